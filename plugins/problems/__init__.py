"""Findings: what is wrong in the author's files, said with file, line and mend, and the one stop of the build."""

from plugins.problems.code import Code
from plugins.problems.problem import FieldPath, Finding, Problem
from plugins.problems.report import report, verdict
from plugins.problems.spelling import nearest

__all__ = ["Code", "FieldPath", "Finding", "Problem", "nearest", "report", "verdict"]
