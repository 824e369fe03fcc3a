"""Run the tests of what changed since the last commit, on SQLite and without a browser.

python tests/run_changed.py [arguments for pytest]
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.mirror import ALWAYS, changed_files, tests_of  # noqa: E402


def main(arguments):
    changed = changed_files()
    tests = tests_of(changed)
    unguarded = [path for path in changed if path.endswith((".py", ".html")) and not tests_of([path])]
    if unguarded:
        sys.stdout.write(f"Without tests of their own: {' '.join(unguarded)}\n")
    sys.stdout.write(f"Tests: {' '.join(tests) or 'none'}\n")
    sys.stdout.flush()
    environment = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "SECRET_KEY")}
    workers = ["-n", "auto"] if len(tests) > 1 else ["-p", "no:xdist", "-o", "addopts=-p no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *workers, "-m", "not journey", ALWAYS, *tests, *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
