package dev.callsheet.cli.console;

import dev.callsheet.runtime.internal.messages.DisplayText;
import dev.callsheet.runtime.internal.messages.DisplayWriter;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/**
 * What a command reads from and writes to. No character that is written controls a terminal, unless
 * it is one of our own; and what cannot be written to standard output ends the command.
 */
public final class Console {
  private static final Set<String> AGREEMENT = Set.of("y", "yes");
  private static final int MAX_ANSWER = 20;

  /** What can be a width: a terminal that does not know its own says 0. */
  private static final Pattern COLUMNS = Pattern.compile("[1-9]\\d{1,3}");

  private final InputStream in;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean outIsTerminal;
  private final boolean errIsTerminal;
  private final boolean inIsTerminal;
  private final Map<String, String> environment;

  /**
   * A console over streams of the caller's, in which nobody answers questions.
   *
   * @param in standard input
   * @param out receives results
   * @param err receives progress and errors
   * @param outIsTerminal whether a person reads {@code out} as it is written
   * @param errIsTerminal whether a person reads {@code err} as it is written
   * @param environment the variables of the process
   */
  public Console(
      InputStream in,
      Writer out,
      Writer err,
      boolean outIsTerminal,
      boolean errIsTerminal,
      Map<String, String> environment) {
    this(in, out, err, false, outIsTerminal, errIsTerminal, environment);
  }

  /**
   * The same, where a person may answer.
   *
   * @param inIsTerminal whether a person writes {@code in}
   */
  public Console(
      InputStream in,
      Writer out,
      Writer err,
      boolean inIsTerminal,
      boolean outIsTerminal,
      boolean errIsTerminal,
      Map<String, String> environment) {
    this.in = in;
    this.inIsTerminal = inIsTerminal;
    this.outIsTerminal = outIsTerminal;
    this.errIsTerminal = errIsTerminal;
    this.environment = Map.copyOf(environment);
    this.out = new PrintWriter(new DisplayWriter(new ResultWriter(out), outIsTerminal), true);
    this.err = new PrintWriter(new DisplayWriter(err, errIsTerminal), true);
  }

  /** The console of this process. Output is UTF-8 wherever it goes. */
  public static Console ofProcess() {
    return new Console(
        System.in,
        writer(new PipeAwareOutput()),
        writer(new FileOutputStream(FileDescriptor.err)),
        isTerminal("callsheet.in.terminal"),
        isTerminal("callsheet.out.terminal"),
        isTerminal("callsheet.err.terminal"),
        environmentOfProcess());
  }

  /**
   * With the terminal's width where the launching script measured it. It is no variable of the
   * process, which hands those on to a command that it runs.
   */
  private static Map<String, String> environmentOfProcess() {
    Map<String, String> all = new HashMap<>(System.getenv());
    String measured = System.getProperty("callsheet.columns");
    if (measured != null) {
      all.put("COLUMNS", measured);
    }
    return all;
  }

  /** Without the streams of {@link System}, which keep to themselves what cannot be written. */
  private static Writer writer(OutputStream stream) {
    return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /**
   * Receives results.
   *
   * @throws UnwritableOutputException from every method, when standard output cannot be written to
   */
  public PrintWriter out() {
    return out;
  }

  /** Receives progress and errors. What cannot be written is lost, and ends nothing. */
  public PrintWriter err() {
    return err;
  }

  /** Whether a person reads {@code out} as it is written. */
  public boolean outIsTerminal() {
    return outIsTerminal;
  }

  /** Whether a person reads {@code err} as it is written. */
  public boolean errIsTerminal() {
    return errIsTerminal;
  }

  /**
   * How wide a terminal is that a person reads {@code out} on, where the launching script or {@code
   * COLUMNS} says it.
   */
  public OptionalInt columns() {
    return columns(outIsTerminal);
  }

  /** How wide a terminal is that a person reads {@code err} on, where that is known. */
  public OptionalInt errColumns() {
    return columns(errIsTerminal);
  }

  private OptionalInt columns(boolean isTerminal) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return isTerminal && COLUMNS.matcher(columns).matches()
        ? OptionalInt.of(Integer.parseInt(columns))
        : OptionalInt.empty();
  }

  /** The variables of the process. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Prints an error in one line, whatever its text holds. */
  public void printError(String message) {
    err.println(errStyle().failure("callsheet:") + " " + DisplayText.line(message));
  }

  /** Whether there is a person who sees a question and can answer it. */
  public boolean isInteractive() {
    return inIsTerminal && errIsTerminal;
  }

  /** Asks a person; anything but {@code y} or {@code yes} is no. */
  public boolean confirm(String question) {
    err.print(DisplayText.line(question) + " [y/N] ");
    err.flush();
    StringBuilder answer = new StringBuilder();
    try {
      for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
        if (answer.length() < MAX_ANSWER) {
          answer.append((char) read);
        }
      }
    } catch (IOException unreadable) {
      return false;
    }
    return AGREEMENT.contains(answer.toString().strip().toLowerCase(Locale.ROOT));
  }

  /** How to mark text in {@code out}: in colour for a terminal, unless NO_COLOR is set. */
  public ConsoleStyle outStyle() {
    return style(outIsTerminal);
  }

  /** How to mark text in {@code err}: in colour for a terminal, unless NO_COLOR is set. */
  public ConsoleStyle errStyle() {
    return style(errIsTerminal);
  }

  private ConsoleStyle style(boolean terminal) {
    boolean refused =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return new ConsoleStyle(terminal && !refused);
  }

  /** The launching script knows best; without it, picocli's guess has to do. */
  private static boolean isTerminal(String property) {
    String set = System.getProperty(property);
    return set == null ? Ansi.AUTO.enabled() : Boolean.parseBoolean(set);
  }
}
