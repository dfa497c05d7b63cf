"""Where one writes, letters are written: the key bar names the other keys, and they work there."""

from __future__ import annotations

from ui.stage import page, place, press, settle, staged


async def test_where_one_writes_the_key_bar_names_no_letters() -> None:
    async with staged(alive=True) as (app, pilot):
        await press(pilot, "p", "4")
        app.open_plea(app.screen, "sesame", "fix")  # type: ignore[arg-type]
        await settle(pilot)
        assert "escape back  F1 help  F10 quit" in page(app)
        assert "b back" not in page(app)
        await press(pilot, "b", "tab")
        assert "b back  ? help  q quit" in page(app)
        await press(pilot, "shift+tab", "escape")
        assert place(app) == "phone"
