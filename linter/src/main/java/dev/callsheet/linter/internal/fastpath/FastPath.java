package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.linter.internal.input.ByteSource;
import dev.callsheet.linter.internal.scan.FlaggedRegions;
import dev.callsheet.linter.internal.scan.LineBreaks;
import dev.callsheet.linter.internal.scan.RequestScanner;
import dev.callsheet.runtime.internal.secrets.SecretNames;
import dev.callsheet.spec.catalogue.ModelCatalogue;

/**
 * The fast path: validates tasks as bytes, in one pass that builds no tree and allocates next to
 * nothing, and flags every task that is not valid for certain. It flags all invalid tasks, and few
 * valid ones: those written in an unusual way, or too involved to decide here.
 *
 * <p>Each model is compiled once, when it is first needed, into a {@link CompiledSchema}; {@link
 * JsonScanner} reads tokens; {@link StreamingValidator} brings the two together. What a scanner is
 * not sure of ends in a {@link FastPathBailout}, which flags the line or the document.
 *
 * <p>Time is linear in the bytes; memory is a window of 128 KB for a {@link ByteSource}, and none
 * to speak of for bytes in memory.
 */
public final class FastPath implements RequestScanner {
  private static final long NONE = -1;
  private static final int NO_LIST = -1;

  private final CompiledSchemaCache schemas;
  private final long maxFlaggedValidBytes;

  /**
   * Makes a scanner for the models of a catalogue, which are read once they are needed; any number
   * of threads may use it.
   */
  public FastPath(ModelCatalogue catalogue) {
    this(
        new CompiledSchemaCache(
            catalogue.ids(), catalogue::namedInRequests, SecretNames::isSecretName),
        NONE);
  }

  private FastPath(CompiledSchemaCache schemas, long maxFlaggedValidBytes) {
    this.schemas = schemas;
    this.maxFlaggedValidBytes = maxFlaggedValidBytes;
  }

  @Override
  public FastPath flaggingValidTasks(long maxBytes) {
    return new FastPath(schemas, maxBytes);
  }

  @Override
  public FlaggedRegions scanDocument(byte[] content, int from, int to) {
    return scanDocument(new JsonScanner(content, from, to, false));
  }

  @Override
  public FlaggedRegions scanDocument(ByteSource source, long from, long to) {
    return scanDocument(new JsonScanner(source, from, to));
  }

  @Override
  public FlaggedRegions scanLines(byte[] content, int from, int to) {
    JsonScanner in = new JsonScanner(content, from, to, true);
    StreamingValidator validator = new StreamingValidator(schemas, in);
    FlaggedRegions flagged = new FlaggedRegions();
    long line = 0;
    while (in.position < to) {
      int start = in.position;
      int firstUuid = flagged.validUuids().count();
      validator.knowsUuids = true;
      long valid = countValidTasks(in, validator, flagged, line);
      if (valid < 0 || (valid > 0 && in.position - start <= maxFlaggedValidBytes)) {
        if (validator.knowsUuids) {
          flagged.addRead(start, in.position, line, firstUuid);
        } else {
          in.position = LineBreaks.endOfLine(content, start, to);
          flagged.validUuids().truncate(firstUuid);
          flagged.add(start, in.position, line);
        }
      } else {
        flagged.validUuids().endRegion(firstUuid, in.position);
        flagged.addValidTasks(valid);
      }
      line += in.position < to ? 1 : 0;
      in.position = LineBreaks.startOfNextLine(content, in.position, to);
    }
    flagged.setLineCount(line);
    return flagged;
  }

  /** How many tasks the line has when all are valid; -1 when the line must be flagged. */
  private long countValidTasks(
      JsonScanner in, StreamingValidator validator, FlaggedRegions flagged, long line) {
    int start = in.position;
    try {
      if (isEndOfLine(in.peekAfterWhitespace())) {
        return 0;
      }
      long valid;
      if (in.peekAfterWhitespace() == '[') {
        valid = countValidItems(in, validator, flagged, start, line);
      } else {
        valid = validator.validateTask(0) ? 1 : -1;
        addUuid(validator, flagged, start, line, NO_LIST);
      }
      if (isEndOfLine(in.peekAfterWhitespace())) {
        return valid;
      }
    } catch (RuntimeException | StackOverflowError e) {
      // mostly a bailout; whatever it is, full validation decides
    }
    validator.knowsUuids = false;
    return -1;
  }

  private long countValidItems(
      JsonScanner in, StreamingValidator validator, FlaggedRegions flagged, int start, long line) {
    in.position++;
    if (in.peekAfterWhitespace() == ']') {
      in.position++;
      return 0;
    }
    long valid = 0;
    int item = 0;
    do {
      valid = validator.validateTask(1) && valid >= 0 ? valid + 1 : -1;
      addUuid(validator, flagged, start, line, item++);
    } while (in.consumeSeparator(']'));
    return valid;
  }

  /** Adds the UUID of the task that was validated last. */
  private void addUuid(
      StreamingValidator validator, FlaggedRegions flagged, long from, long index, int item) {
    if (validator.taskUuidOffset >= 0) {
      flagged
          .validUuids()
          .add(
              validator.taskUuid,
              validator.taskUuidOffset,
              from,
              index,
              item,
              schemas.id(validator.taskModel()));
    }
  }

  private FlaggedRegions scanDocument(JsonScanner in) {
    FlaggedRegions flagged = new FlaggedRegions();
    StreamingValidator validator = new StreamingValidator(schemas, in);
    try {
      if (in.peekAfterWhitespace() == '[') {
        scanItems(in, validator, flagged);
      } else {
        scanTask(in, validator, 0, 0, flagged);
      }
      return in.peekAfterWhitespace() == JsonScanner.END ? flagged : FlaggedRegions.whole();
    } catch (RuntimeException | StackOverflowError e) {
      return FlaggedRegions.whole();
    }
  }

  private void scanItems(JsonScanner in, StreamingValidator validator, FlaggedRegions flagged) {
    flagged.markAsList();
    in.position++;
    if (in.peekAfterWhitespace() == ']') {
      in.position++;
      return;
    }
    long index = 0;
    do {
      scanTask(in, validator, index++, 1, flagged);
    } while (in.consumeSeparator(']'));
  }

  private void scanTask(
      JsonScanner in, StreamingValidator validator, long index, int depth, FlaggedRegions flagged) {
    in.peekAfterWhitespace();
    long start = in.offset();
    if (validator.validateTask(depth) && in.offset() - start > maxFlaggedValidBytes) {
      int uuid = flagged.validUuids().count();
      addUuid(validator, flagged, start, index, NO_LIST);
      flagged.validUuids().endRegion(uuid, in.offset());
      flagged.addValidTasks(1);
    } else {
      flagged.add(start, in.offset(), index);
    }
  }

  private static boolean isEndOfLine(int b) {
    return b == JsonScanner.END || LineBreaks.isLineBreak(b);
  }
}
