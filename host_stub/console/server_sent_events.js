// SPDX-License-Identifier: BSL-1.0

/** The payloads of server-sent events, whose data the host writes on one line each. Who stops reading ends the stream. */
export async function* payloads(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += value;
      const lines = text.split('\n');
      text = lines.pop();
      for (const line of lines) if (line.startsWith('data:')) yield JSON.parse(line.slice('data:'.length));
    }
  } finally {
    await reader.cancel();
  }
}
