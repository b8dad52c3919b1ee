"""The actions of handing out proposals. Prefixes are written down in people's chats: change none, add freely."""

from typing import Annotated

from bot.domain.consultations import ConsultationId
from bot.domain.exports import ExportFormat, Scope
from bot.ui.action import ROW, Action


class ChooseExport(Action, prefix="xs"):
    """Offer what can be handed out."""


class ChooseExportConsultation(Action, prefix="xc"):
    """Offer the consultations.

    Attributes:
        page: from 0.
    """

    page: Annotated[int, ROW]


class ChooseExportForm(Action, prefix="xf"):
    """Offer the forms in which it can be handed out.

    Attributes:
        consultation: row id, where the scope is a consultation; else 0.
    """

    scope: Scope
    consultation: Annotated[ConsultationId, ROW] = ConsultationId(0)


class ExportTable(Action, prefix="xt"):
    """Hand out a table.

    Attributes:
        consultation: row id, where the scope is a consultation; else 0.
    """

    scope: Scope
    consultation: Annotated[ConsultationId, ROW]
    format: ExportFormat


class ExportAttachments(Action, prefix="xz"):
    """Hand out what is attached.

    Attributes:
        consultation: row id, where the scope is a consultation; else 0.
    """

    scope: Scope
    consultation: Annotated[ConsultationId, ROW]


class ExportProposals(Action, prefix="xp"):
    """Hand out all proposals as a table: a button of an earlier release."""

    format: ExportFormat
