package dev.callsheet.cli.console;

import java.io.IOException;
import java.io.Writer;

/** Standard output: what cannot be written there ends the command, through any print writer. */
final class ResultWriter extends Writer {
  private final Writer out;

  ResultWriter(Writer out) {
    super(out);
    this.out = out;
  }

  @Override
  public void write(char[] text, int from, int length) {
    try {
      out.write(text, from, length);
    } catch (IOException e) {
      throw new UnwritableOutputException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UnwritableOutputException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
