"""The declarations of tries of claim codes, and of members who want no morning digest."""

from collections.abc import Mapping

from storage.personal import SELF, PersonalTable

OFFLINE: Mapping[str, PersonalTable] = {
    "claim_tries": PersonalTable(
        export="SELECT day, tries FROM claim_tries WHERE person_id = :person",
        internal={"person_id": SELF},
        erase=["DELETE FROM claim_tries WHERE person_id = :person"],
    ),
    "briefing_refusals": PersonalTable(
        export="SELECT since FROM briefing_refusals WHERE person_id = :person",
        internal={"person_id": SELF},
        erase=["DELETE FROM briefing_refusals WHERE person_id = :person"],
    ),
}
