package dev.callsheet.linter.record;

import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function from the bytes of a record to what is wrong with it. It can be serialized and sent to
 * other processes: what travels are the options with the texts of specs of one's own, and each
 * process prepares models once, when a record first names them. Any number of threads may use one.
 *
 * <p>The bundled specs do not travel: a process that has others, or another version of this
 * library, refuses to read a linter with an {@link InvalidObjectException}.
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
   * is {@code too-large}; a record for which the memory does not suffice is an {@code
   * internal-error}.
   *
   * <p>Besides the record and what is found in it, memory is needed for a part of it at a time: for
   * a task, of at most 32 MB, and the tree made from it; and 24 bytes for each task that is wrong.
   *
   * @param record UTF-8 without a byte order mark; null is taken for an empty one
   * @throws dev.callsheet.spec.parser.UncheckedSpecException when the record names a model whose
   *     spec is wrong
   */
  public LintedRecord lint(byte @Nullable [] record) {
    return record == null ? lint(new byte[0], 0) : lint(record, record.length);
  }

  /**
   * Lints a record that a caller has in a buffer, as {@link #lint(byte[])} does. A valid one is not
   * copied.
   *
   * @param buffer may have anything behind the record; it is not changed and not kept
   * @param length of the record, which begins with the buffer, in bytes
   * @throws IndexOutOfBoundsException when the buffer is shorter
   */
  public LintedRecord lint(byte[] buffer, int length) {
    Objects.checkFromIndexSize(0, length, buffer.length);
    RecordEngine prepared = engine;
    if (prepared == null) {
      prepared = RecordEngine.of(options);
      engine = prepared;
    }
    return prepared.lint(buffer, length);
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeUTF(Rules.FINGERPRINT);
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    String written = in.readUTF();
    if (!written.equals(Rules.FINGERPRINT)) {
      throw new InvalidObjectException(
          "this linter was made with callsheet-linter "
              + written
              + "; this process has "
              + Rules.FINGERPRINT
              + ": the same version has to be on the class path of all");
    }
  }

  /** What decides on findings besides the options; in a class of its own, as reading it is work. */
  private static final class Rules {
    static final String FINGERPRINT =
        Objects.requireNonNullElse(
                RecordLinter.class.getPackage().getImplementationVersion(), "(unreleased)")
            + " with specs "
            + ModelCatalogue.bundledFingerprint();
  }
}
