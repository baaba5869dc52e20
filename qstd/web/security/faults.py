"""What breaks inside: a page without a traceback for the reader, a line in the log for whoever runs the editor."""

from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive, Scope, Send

from qstd.web.refusals import LOG, Refusal, answer
from qstd.web.security.scopes import App


class Faults:
    """Answers for what nobody else has answered for; `debug` shows in the log where it broke."""

    def __init__(self, app: App, debug: bool = False) -> None:
        self.app = app
        self.debug = debug

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sent)
        except ClientDisconnect:
            return
        except Refusal as refusal:
            if not begun:
                await answer(Request(scope), refusal)(scope, receive, sent)
        except Exception as error:
            method, path = scope["method"], scope["path"].encode("unicode_escape").decode()[:200]
            LOG.error("%s %s: %s", method, path, type(error).__name__, exc_info=error if self.debug else None)
            if not begun:
                await answer(Request(scope), Refusal.of(500))(scope, receive, sent)
