"""What was written for an earlier version of the software, written as the present one reads it.

Values are changed byte for byte: quotes, remarks and order stay as their author typed them.
"""

from plugins.migrations.migration import MIGRATIONS, Migration
from plugins.migrations.running import MigratedFile, NotMigrated, migrated

__all__ = ["MIGRATIONS", "MigratedFile", "Migration", "NotMigrated", "migrated"]
