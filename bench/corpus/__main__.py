"""`python -m bench.corpus FOLDER`: write a generated corpus into a folder."""

import argparse
from pathlib import Path

from bench.corpus import corpus, national
from bench.corpus.folder import write


def main() -> None:
    """Read the options and write the files."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to write; made if it is not there")
    parser.add_argument("--count", type=int, default=98, help="how many municipalities (98)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another corpus (1)")
    parser.add_argument(
        "--standards", type=int, metavar="N", help="so many standards of all municipalities and services instead"
    )
    options = parser.parse_args()
    if options.standards:
        national.write(national.national(options.standards, options.seed), options.folder)
    else:
        write(corpus(options.count, options.seed), options.folder)


if __name__ == "__main__":
    main()
