"""Waking those who wait."""

import asyncio

import pytest

from bot.sandbox.signals import Signal


async def test_whoever_is_cancelled_as_the_signal_comes_is_cancelled():
    signal = Signal()
    waiting = asyncio.create_task(signal.wait(5))
    await asyncio.sleep(0)
    signal.notify()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_signal_that_does_not_come_ends_the_wait():
    signal = Signal()
    assert not await signal.wait(0.01)
    waiting = asyncio.create_task(signal.wait(5))
    await asyncio.sleep(0)
    signal.notify()
    assert await waiting
