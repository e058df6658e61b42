"""A mail server for the tests: takes mails on a port of its own and does what the receiver's address says.

later@…   451 for the first attempt, then taken
never@…   550
silent@…  no answer at all
Every mail taken is a file of the folder given; the port is the first line of the output.
"""
import asyncio
import itertools
import pathlib
import sys

from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])
numbers = itertools.count(1)
refused_before = set()


class Receiver:
    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "silent":
            await asyncio.sleep(3600)
        if name == "never":
            return "550 5.1.1 no such mailbox"
        if name == "later" and address not in refused_before:
            refused_before.add(address)
            return "451 4.7.1 try again later"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        number = next(numbers)
        part = folder / f"{number:04}.part"
        part.write_bytes(b"X-Rcpt: " + ",".join(envelope.rcpt_tos).encode() + b"\r\n" + envelope.content)
        part.rename(folder / f"{number:04}.eml")
        return "250 taken"


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Receiver(), hostname="localhost", loop=loop), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
