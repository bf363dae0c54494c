package dev.callsheet.linter.record;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A function from the bytes of a record to what is wrong with it. It can be serialized and sent to
 * other processes: what travels are the options with the texts of specs of one's own, and each
 * process prepares models once, when a record first names them. Any number of threads may use one.
 */
public final class RecordLinter implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RecordLintOptions options;
  private transient volatile @Nullable RecordEngine engine;

  /** Lints by these options. */
  public RecordLinter(RecordLintOptions options) {
    this.options = options;
  }

  /**
   * Lints a record: a task, a list of tasks, or one of either in an envelope. Whatever it holds,
   * the result is findings, never an exception: bytes that are no UTF-8 or no JSON, and a record
   * without anything, are {@code malformed-json}; a task of more than 32 MB that is wrong somewhere
   * is {@code too-large}.
   *
   * @param record UTF-8 without a byte order mark; null is taken for an empty one
   * @throws dev.callsheet.spec.parser.UncheckedSpecException when the record names a model whose
   *     spec is wrong
   */
  public LintedRecord lint(byte @Nullable [] record) {
    RecordEngine prepared = engine;
    if (prepared == null) {
      prepared = RecordEngine.of(options);
      engine = prepared;
    }
    return prepared.lint(record == null ? new byte[0] : record);
  }
}
