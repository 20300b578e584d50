"""What is judged in the window: evidence, criteria, and what there was last year."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from core.catalogue.records import Criterion
from core.evidence.records import Evidence, EvidenceState
from core.workspace import Workspace
from gui.actions import Actions
from gui.models.evidence import codes_words


def judge(workspace: Workspace, evidence: Sequence[Evidence], state: EvidenceState, reason: str = "") -> None:
    judgements = workspace.judgements
    for one in evidence:
        if state == "checked":
            judgements.check(one.id)
        elif state == "rejected":
            judgements.reject(one.id, reason)
        else:
            judgements.reopen(one.id)


class JudgementActions(Actions):
    """Checks, rejects and reopens evidence; assesses criteria."""

    def judge(self, evidence: Sequence[Evidence], state: EvidenceState, reason: str = "") -> None:
        """`reason` is for "rejected"."""
        changed = [one for one in evidence if one.state != state or (reason and one.reason != reason)]
        if not changed:
            return
        words = {
            "checked": self.tr("Đã kiểm tra {codes}."),
            "rejected": self.tr("Đã loại {codes}: không còn được tính là minh chứng."),
            "accepted": self.tr("{codes} trở lại là chưa kiểm tra."),
        }[state]
        codes = codes_words(changed)
        self._do(partial(judge, self._workspace, changed, state, reason), words.format(codes=codes))

    def assess(self, criterion: Criterion, **wanted: Any) -> None:
        """Any of state, result, explanation."""
        words = self.tr("Đã ghi kết luận của tiêu chí {code}.")
        self._change(self._workspace.judgements.assess, criterion, wanted, words)

    def last_year(self, criterion: Criterion, **wanted: Any) -> None:
        """Any of last_result, last_lost, remedy."""
        words = self.tr("Đã ghi kết quả năm trước của tiêu chí {code}.")
        self._change(partial(_last_year, self._workspace), criterion, wanted, words)

    def score(self, criterion: Criterion, number: int, fields: dict[str, Any]) -> None:
        """Points of a round, with what is said to them."""
        words = self.tr("Đã ghi điểm của tiêu chí {code}.").format(code=criterion.code)
        self._do(partial(self._workspace.scores.score, criterion.id, number, **fields), words)

    def _change(self, change: Callable[..., object], criterion: Criterion, wanted: dict[str, Any], words: str) -> None:
        if any(getattr(criterion, name) != value for name, value in wanted.items()):
            self._do(partial(change, criterion.id, **wanted), words.format(code=criterion.code))


def _last_year(workspace: Workspace, criterion_id: str, **wanted: Any) -> Criterion:
    names = {"last_result": "result", "last_lost": "lost", "remedy": "remedy"}
    return workspace.judgements.last_year(criterion_id, **{names[name]: value for name, value in wanted.items()})
