"""Lots: partners handed out some at a time to whoever makes their packets, and taken back in order. A list of any length takes the same memory.

Who works is what the caller has: processes of this machine (``production.forked``), an existing Dask cluster, or any other executor.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from brochures.findings import UsageError
from brochures.partners.bodies import PartnerBody
from brochures.partners.making import PartnerPacket, packets_for
from brochures.partners.partner import Partner

AT_A_TIME = 16
"""Partners that are handed out together: so many cost a message between processes little, and are little to lose."""

AHEAD = 4
"""Lots that wait for each process, so that none stands idle."""

Lot = tuple[PartnerBody, Sequence[Partner]]


@dataclass(frozen=True)
class PacketHands:
    """Who makes packets: ``submit`` hands out a lot by the digest of its body, ``count`` is how many are made at a time."""

    submit: Callable[[str, Sequence[Partner]], Future[list[PartnerPacket]]]
    count: int

    def make(self, lots: Iterable[Lot]) -> Iterator[tuple[PartnerBody, list[PartnerPacket]]]:
        """Yield what is made of each of ``lots``, in their order."""
        waiting: deque[tuple[PartnerBody, Future[list[PartnerPacket]]]] = deque()
        for body, partners in lots:
            waiting.append((body, self.submit(body.digest, partners)))
            while len(waiting) >= self.count * AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()


def with_executor(executor: Executor, count: int, bodies: Mapping[str, PartnerBody]) -> PacketHands:
    """Return hands that work with ``executor``, ``count`` at a time; each lot is sent with its body."""
    return PacketHands(lambda digest, partners: executor.submit(packets_for, bodies[digest], partners), count)


@contextmanager
def cluster(address: str, bodies: Mapping[str, PartnerBody]) -> Iterator[PacketHands]:
    """Work with the Dask cluster whose scheduler is at ``address``. Raise ``UsageError`` where it does not answer, or Dask is not installed.

    A body is sent to each worker once. A lot whose worker is lost is made again by another.
    """
    try:
        from distributed import Client  # noqa: PLC0415 an extra: few have a cluster
    except ImportError as missing:
        said = "--scheduler needs Dask, which is not installed: .venv/bin/python -m pip install distributed"
        raise UsageError(said) from missing
    try:
        client: Any = _opened(Client, address)
    except (OSError, TimeoutError, ValueError) as wrong:
        raise UsageError(f"no scheduler answers at '{address}'") from wrong
    with client:
        sent: dict[str, Any] = {key: client.scatter(body, broadcast=True, hash=False) for key, body in bodies.items()}
        executor = client.get_executor(pure=False, retries=3)
        count = max(1, sum(client.nthreads().values()))
        yield PacketHands(lambda digest, partners: executor.submit(packets_for, sent[digest], partners), count)


def _opened(client: Callable[..., Any], address: str) -> Any:
    return client(address, timeout="10s", set_as_default=False)
