"""Run laws from the command line: ``python -m laws NAME [EXAMPLES [SEED]]``; exit 1 where one is broken."""

from __future__ import annotations

import sys
import time

from hypothesis.errors import HypothesisException

from laws import load


def main(arguments: list[str]) -> int:
    laws = load()
    names = sorted(laws) if not arguments or arguments[0] == "all" else [arguments[0]]
    examples, start = (int(a) if a else None for a in (*arguments[1:3], "", "")[:2])
    broken = 0
    for name in names:
        began = time.perf_counter()
        try:
            share = laws[name].run(examples, start=start, shrink=False)
        except HypothesisException:  # the harness is at fault, not the code
            raise
        except Exception as error:
            broken += 1
            print(f"{name}: BROKEN: {type(error).__name__}: {error}"[:2_000], flush=True)
            continue
        seconds = time.perf_counter() - began
        print(f"{name}: {share.counted} of {share.tried} ({share.part:.0%}) in {seconds:.1f} s", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
