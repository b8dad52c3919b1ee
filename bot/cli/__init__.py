"""The command line: a module a group of commands. Exit status 0 done, 1 failed, 2 wrong usage."""

import typer

from bot.cli import (
    audit,
    blocks,
    broadcast,
    cases,
    chain,
    commitments,
    consultations,
    doctor,
    exports,
    gatherings,
    hidings,
    life,
    proposals,
    questions,
    restore,
    running,
    staff,
    statistics,
    upkeep,
)
from bot.cli.words import say

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=say.plain("cli-help")
)
app.command("run", help=say.plain("cli-run-help"))(running.run_bot)
app.command("sandbox", help=say.plain("cli-sandbox-help"))(running.run_sandbox)
app.command("ask", help=say.plain("cli-ask-help"))(questions.ask)
app.add_typer(consultations.app, name="consultations")
app.add_typer(broadcast.app, name="broadcast")
app.add_typer(proposals.app, name="proposals")
app.add_typer(commitments.app, name="commitments")
proposals.app.command("export", help=say.plain("cli-proposals-export-help"))(exports.export)
proposals.app.command("attachments", help=say.plain("cli-proposals-attachments-help"))(exports.attachments)
proposals.app.command("import", help=say.plain("cli-proposals-import-help"))(gatherings.import_file)
proposals.app.command("chain", help=say.plain("cli-proposals-chain-help"))(chain.chain)
proposals.app.command("verify", help=say.plain("cli-proposals-verify-help"))(chain.verify)
proposals.app.command("answer", help=say.plain("cli-proposals-answer-help"))(life.answer)
proposals.app.command("clarify", help=say.plain("cli-proposals-clarify-help"))(life.clarify)
proposals.app.command("review", help=say.plain("cli-proposals-review-help"))(life.review)
proposals.app.command("in-plan", help=say.plain("cli-proposals-in-plan-help"))(life.in_plan)
proposals.app.command("implemented", help=say.plain("cli-proposals-implemented-help"))(life.implemented)
proposals.app.command("assign", help=say.plain("cli-proposals-assign-help"))(cases.assign)
proposals.app.command("release", help=say.plain("cli-proposals-release-help"))(cases.release)
proposals.app.command("note", help=say.plain("cli-proposals-note-help"))(cases.note)
proposals.app.command("hide", help=say.plain("cli-proposals-hide-help"))(hidings.hide)
proposals.app.command("show-again", help=say.plain("cli-proposals-show-again-help"))(hidings.show_again)
proposals.app.command("keep-hidden", help=say.plain("cli-proposals-keep-hidden-help"))(hidings.keep_hidden)
upkeep.people.command("block", help=say.plain("cli-people-block-help"))(blocks.block)
upkeep.people.command("unblock", help=say.plain("cli-people-unblock-help"))(blocks.unblock)
upkeep.people.command("blocks", help=say.plain("cli-people-blocks-help"))(blocks.list_all)
app.add_typer(upkeep.people, name="people")
app.add_typer(staff.app, name="staff")
app.command("audit", help=say.plain("cli-audit-help"))(audit.audit)
app.add_typer(upkeep.content, name="content")
app.command("stats", help=say.plain("cli-stats-help"))(statistics.stats)
app.command("backup", help=say.plain("cli-backup-help"))(upkeep.back_up)
app.command("doctor", help=say.plain("cli-doctor-help"))(doctor.doctor)
app.command("restore", help=say.plain("cli-restore-help"))(restore.restore)
app.command("migrate", help=say.plain("cli-migrate-help"))(upkeep.migrate)


def main() -> None:
    """Run the command line."""
    app(prog_name="ogp-bot")
