"""The target that an address means. Only the module that it needs is loaded, with its library."""

from plugins.publishing.address import Address, FolderAddress, GitAddress, HostAddress, S3Address
from plugins.publishing.targets.target import Target, TargetOptions


def target_for(address: Address, options: TargetOptions) -> Target:
    """The place, not opened yet."""
    match address:
        case FolderAddress():
            from plugins.publishing.targets.folder import Folder

            return Folder(address, options)
        case GitAddress():
            from plugins.publishing.targets.git_branch import GitBranch

            return GitBranch(address, options)
        case S3Address():
            from plugins.publishing.targets.s3 import S3

            return S3(address, options)
        case HostAddress(way="rsync"):
            from plugins.publishing.targets.rsync import Rsync

            return Rsync(address, options)
        case HostAddress():
            from plugins.publishing.targets.sftp import Sftp

            return Sftp(address, options)
