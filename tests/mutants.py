"""Put small faults into the modules that a change touches, one at a time, and print those that no test notices.

    python tests/mutants.py [module ...] [--most 40] [--seed 1]

Without modules, those that changed since the last commit. Each fault is put into a copy of the project, and the tests
that mirror the module run there, on SQLite; for a lock also on PostgreSQL, if it is installed.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.run_suites import find_postgresql, throwaway_postgresql  # noqa: E402
from tests.support.digest import digest  # noqa: E402
from tests.support.mirror import APPS, changed_files, tests_of  # noqa: E402
from tests.support.mutations import mutations  # noqa: E402

LOCKS = "tests/walks/test_at_once.py"
PATIENCE = 600  # seconds; a fault that makes a test wait forever was noticed


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--most", type=int, default=40, help="how many faults are tried")
    parser.add_argument("--seed", type=int, default=1, help="which ones, where there are more")
    options = parser.parse_args(arguments)
    modules = [each for each in options.modules or changed_files() if is_code(each)]
    faults = [(module, fault) for module in modules for fault in mutations((ROOT / module).read_text("utf-8"))]
    chosen = random.Random(options.seed).sample(faults, min(options.most, len(faults)))  # noqa: S311
    say(f"{len(faults)} faults in {len(modules)} modules; {len(chosen)} are tried.")
    survivors = 0
    with ExitStack() as stack:
        copy = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="gnlc-mutants-")))
        copy_project(copy)
        postgresql = find_postgresql() if any(fault.what == "lock" for _, fault in chosen) else None
        url = stack.enter_context(throwaway_postgresql(*postgresql)) if postgresql else None
        for module, fault in sorted(chosen, key=lambda each: (each[0], each[1].line)):
            tests = [*tests_of([module]), *([LOCKS] if fault.what in ("lock", "atomic") else [])]
            noticed = is_noticed(copy, module, fault, dict.fromkeys(tests), url if fault.what == "lock" else None)
            survivors += not noticed
            if not noticed:
                say(f"SURVIVED {module}:{fault.line} {fault.what}: {fault.before} → {fault.after or 'nothing'}")
    say(f"{len(chosen) - survivors} noticed, {survivors} survived.")
    return 1 if survivors else 0


def is_code(path):
    return path.endswith(".py") and path.partition("/")[0] in APPS and "/migrations/" not in path


def copy_project(folder):
    listed = subprocess.run(  # noqa: S603
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    names = [*listed.stdout.splitlines(), *(str(path.relative_to(ROOT)) for path in (ROOT / "locale").rglob("*.mo"))]
    for name in names:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    (ROOT / "var" / "tests").mkdir(parents=True, exist_ok=True)
    (folder / "var").mkdir()
    (folder / "var" / "tests").symlink_to(ROOT / "var" / "tests")


def is_noticed(copy, module, fault, tests, url):
    """Whether a test fails with the fault; on PostgreSQL if there is an address of one."""
    path = copy / module
    right = path.read_text(encoding="utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        compiled.unlink()  # it would be taken for that of the faulty text, which may be as long
    path.write_text(fault.text, encoding="utf-8")
    unwanted = ("DATABASE_URL", "SECRET_KEY", "PYTHONDONTWRITEBYTECODE")
    environment = {key: value for key, value in os.environ.items() if key not in unwanted}
    environment |= {"TEST_TEMPLATES": digest()} | ({"DATABASE_URL": url} if url else {})
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-x",
        "-q",
        "-p",
        "no:xdist",
        "-o",
        "addopts=-p no:cacheprovider",
        *tests,
    ]
    try:
        run = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(right, encoding="utf-8")
    return run.returncode != 0


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
