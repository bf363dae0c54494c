package dev.callsheet.runtime.internal.messages;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last writer in front of a terminal, a log or a report: lets no character through that would
 * be obeyed there, except for line breaks and, where that is asked for, colours. Whoever composes a
 * line makes the texts of others harmless with {@link DisplayText}, which also keeps them from
 * breaking the line; this holds what somebody forgot. JSON stays the JSON that it was.
 *
 * <p>A line is held back until it ends or is flushed.
 */
public final class DisplayWriter extends Writer {
  /** A longer line is passed on in pieces. */
  private static final int MAX_HELD = 1 << 16;

  /** What a terminal is sent on purpose: colours, back to the line's beginning, clear, go up. */
  private static final Pattern TERMINAL_CONTROL = Pattern.compile("\u001b\\[[0-9;]*[mKJA]|\r");

  private final Writer out;
  private final boolean isTerminal;
  private final StringBuilder line = new StringBuilder();

  /**
   * Writes to {@code out}.
   *
   * @param isTerminal whether colours and the like may pass
   */
  public DisplayWriter(Writer out, boolean isTerminal) {
    super(out);
    this.out = out;
    this.isTerminal = isTerminal;
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    synchronized (lock) {
      int at = from;
      int end = from + length;
      while (at < end) {
        int most = Math.min(end, at + Math.max(1, MAX_HELD - line.length()));
        int stop = at;
        while (stop < most && text[stop] != '\n') {
          stop++;
        }
        line.append(text, at, stop - at);
        if (stop < most) {
          endLine();
          stop++;
        } else if (line.length() >= MAX_HELD && isSafeEnd(text[stop - 1])) {
          passOn();
        }
        at = stop;
      }
    }
  }

  /** Whether no pair and no command goes on behind a character. */
  private static boolean isSafeEnd(char c) {
    return !Character.isLetter(c) && !Character.isSurrogate(c) && c != '#';
  }

  private void endLine() throws IOException {
    int last = line.length() - 1;
    boolean pair = last >= 0 && line.charAt(last) == '\r';
    if (pair) {
      line.setLength(last);
    }
    passOn();
    out.write(pair ? "\r\n" : "\n");
  }

  private void passOn() throws IOException {
    StringBuilder visible = new StringBuilder(line.length() + 16);
    int from = 0;
    if (isTerminal) {
      Matcher control = TERMINAL_CONTROL.matcher(line);
      while (control.find()) {
        VisibleText.append(line.subSequence(from, control.start()), visible);
        visible.append(control.group());
        from = control.end();
      }
    }
    VisibleText.append(line.subSequence(from, line.length()), visible);
    line.setLength(0);
    out.append(visible);
  }

  @Override
  public void flush() throws IOException {
    synchronized (lock) {
      passOn();
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
