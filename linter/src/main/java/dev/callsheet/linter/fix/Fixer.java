package dev.callsheet.linter.fix;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.file.AtomicFileWriter;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.textedit.TextEdit;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.linter.repair.TextReplacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the unambiguous repairs of request files. In every round each task is mended in one place,
 * and judged again; since no repair causes an error, this ends, and another run finds nothing more
 * to do.
 */
public final class Fixer {
  /** The largest file that is changed, in bytes: it is held in memory several times over. */
  public static final long MAX_FILE_SIZE = 1 << 26;

  /** More rounds than anybody makes mistakes in one task. */
  private static final int MAX_ROUNDS = 200;

  private final Linter linter;

  /** Mends what this linter finds. */
  public Fixer(Linter linter) {
    this.linter = linter;
  }

  /**
   * Mends a file in its place: it is written beside it and then moved over it, permissions and all,
   * so that it is never there in part. A link is followed.
   *
   * @return what was mended; nothing is written where that is nothing
   * @throws IOException when it cannot be read or written, or is larger than {@link #MAX_FILE_SIZE}
   */
  public List<FixResult.AppliedFix> fix(String name, Path file) throws IOException {
    Path real = file.toRealPath();
    long size = Files.size(real);
    if (size > MAX_FILE_SIZE) {
      throw new IOException(
          "with its %d MB too large to be fixed in place; up to %d MB are"
              .formatted(size >> 20, MAX_FILE_SIZE >> 20));
    }
    FixResult fixed = fix(name, Files.readAllBytes(real));
    if (!fixed.appliedFixes().isEmpty()) {
      AtomicFileWriter.replace(real, fixed.content());
    }
    return fixed.appliedFixes();
  }

  /** Mends the content of a file of that name. Bytes that are no text are left as they are. */
  public FixResult fix(String name, byte[] content) {
    List<FixResult.AppliedFix> mended = new ArrayList<>();
    byte[] now = content;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      DecodedText decoding = DecodedText.of(now);
      List<Finding> findings = linter.lint(name, now).findings();
      List<TextEdit> edits =
          decoding.invalidOffsets().isEmpty() ? selectEdits(findings, mended) : List.of();
      if (edits.isEmpty()) {
        break;
      }
      now = decoding.encode(TextEdit.applyAll(decoding.text(), edits));
    }
    return new FixResult(now, mended);
  }

  /** One repair for each task that has any. */
  private static List<TextEdit> selectEdits(
      List<Finding> findings, List<FixResult.AppliedFix> mended) {
    List<TextEdit> edits = new ArrayList<>();
    int last = -1;
    List<Finding> byTask = new ArrayList<>(findings);
    byTask.sort(Comparator.comparingInt(finding -> finding.fixSuggestions().taskOffset()));
    for (Finding finding : byTask) {
      int task = finding.fixSuggestions().taskOffset();
      Repair repair = task == last ? null : finding.fixSuggestions().unambiguousRepair();
      if (repair != null) {
        last = task;
        for (TextReplacement each : repair.replacements()) {
          edits.add(new TextEdit(each.startOffset(), each.endOffset(), each.newText()));
        }
        mended.add(
            new FixResult.AppliedFix(
                finding.location().toString(), finding.rule(), repair.description()));
      }
    }
    return edits;
  }
}
