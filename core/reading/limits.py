"""Limits that a process lays on itself, once, before it touches a file from outside."""

import ctypes
import os
import sys

MEGABYTE = 1 << 20


def limit_memory(megabytes: int) -> None:
    """Let this process allocate no more than this; whatever asks for more gets a MemoryError, or dies.

    POSIX: address space (RLIMIT_AS). Windows: committed memory, by a Job Object that lives as long as the process.
    """
    if sys.platform == "win32":
        _limit_memory_on_windows(megabytes * MEGABYTE)
    else:
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * MEGABYTE, hard))


def give_way() -> None:
    """Let the window come first: what this process works on can wait for a click, and has the machine otherwise."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32")  # pyright: ignore[reportAttributeAccessIssue]
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        below_normal = 0x4000
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), below_normal)
    else:
        os.nice(5)


def silence() -> None:
    """Send what C libraries write to the standard streams nowhere: it is noise to whoever reads the parent's."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _limit_memory_on_windows(size: int) -> None:
    """https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-jobobject_extended_limit_information"""
    from ctypes import wintypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    limits = Extended()
    limits.BasicLimitInformation.LimitFlags = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
    limits.ProcessMemoryLimit = size
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # pyright: ignore[reportAttributeAccessIssue]
    kernel.CreateJobObjectW.restype = wintypes.HANDLE
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
    process = wintypes.HANDLE(kernel.GetCurrentProcess())
    extended_information = 9
    done = kernel.SetInformationJobObject(job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits))
    if not done or not kernel.AssignProcessToJobObject(job, process):
        raise ctypes.WinError(ctypes.get_last_error())  # pyright: ignore[reportAttributeAccessIssue]
