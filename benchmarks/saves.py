"""Times saves of a book of 1,000 channels; prints the seconds that each one took."""

from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.books import large_book
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.read import read_book
from helpdesk_tui.book.save import save

ROUNDS = 11


def main() -> None:
    """Save two editions of the book in turns."""
    texts = (large_book(1000, 500, 1000), large_book(1000, 500, 1000).replace("-13:00", "-12:00"))
    editions = [each.encode() for each in texts]
    meant = [read_book(BookFile("contacts.toml", each)) for each in editions]
    with TemporaryDirectory() as folder:
        path = Path(folder, "contacts.toml")
        path.write_bytes(editions[0])
        for number in range(1, ROUNDS + 1):
            start = perf_counter()
            save(str(path), editions[number % 2], read=editions[1 - number % 2], expected=meant[number % 2])
            print(perf_counter() - start)


if __name__ == "__main__":
    main()
