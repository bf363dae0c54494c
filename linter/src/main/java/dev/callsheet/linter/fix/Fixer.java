package dev.callsheet.linter.fix;

import dev.callsheet.linter.Linter;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.internal.input.DecodedText;
import dev.callsheet.linter.internal.textedit.TextEdit;
import dev.callsheet.linter.repair.Repair;
import dev.callsheet.linter.repair.TextReplacement;
import dev.callsheet.spec.internal.file.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the unambiguous repairs in request files, in rounds: each round lints the file, makes one
 * repair in every task that has one, and starts again. No repair causes an error, so the number of
 * errors falls in every round, and the fixed file has nothing left to fix.
 */
public final class Fixer {
  /** The largest file that is changed, in bytes: it is held in memory several times over. */
  public static final long MAX_FILE_SIZE = 1 << 26;

  /** A bound that no real task comes near: it has one unambiguous repair per round. */
  private static final int MAX_ROUNDS = 200;

  private final Linter linter;

  /** Repairs what this linter finds. */
  public Fixer(Linter linter) {
    this.linter = linter;
  }

  /**
   * Fixes a file in its place, as a whole or not at all; what it has besides its content stays. A
   * link is followed.
   *
   * @return the repairs that were made; without any, the file is not written
   * @throws IOException when it cannot be read or written, was changed by somebody else meanwhile,
   *     or is larger than {@link #MAX_FILE_SIZE}
   */
  public List<FixResult.AppliedFix> fix(String name, Path file) throws IOException {
    Path real = file.toRealPath();
    if (!Files.isRegularFile(real)) {
      throw new IOException("it is no regular file");
    }
    long size = Files.size(real);
    if (size > MAX_FILE_SIZE) {
      throw new IOException(
          "with its "
              + (size >> 20)
              + " MB too large to be fixed in place; up to "
              + (MAX_FILE_SIZE >> 20)
              + " MB are");
    }
    byte[] before = Files.readAllBytes(real);
    FixResult fixed = fix(name, before);
    if (!fixed.appliedFixes().isEmpty()) {
      OutputFile.replace(real, before, fixed.content());
    }
    return fixed.appliedFixes();
  }

  /** Fixes the content of a file of that name; one with invalid bytes is left as it is. */
  public FixResult fix(String name, byte[] content) {
    List<FixResult.AppliedFix> applied = new ArrayList<>();
    byte[] now = content;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      DecodedText decoded = DecodedText.of(now);
      List<Finding> findings = linter.lint(name, now).findings();
      List<TextEdit> edits =
          decoded.invalidOffsets().isEmpty() ? selectEdits(findings, applied) : List.of();
      if (edits.isEmpty()) {
        break;
      }
      now = decoded.encode(TextEdit.applyAll(decoded.text(), edits));
    }
    return new FixResult(now, applied);
  }

  /** The edits of one repair for each task that has one; the repairs are added to the list. */
  private static List<TextEdit> selectEdits(
      List<Finding> findings, List<FixResult.AppliedFix> applied) {
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
        applied.add(
            new FixResult.AppliedFix(
                finding.location().toString(), finding.rule(), repair.description()));
      }
    }
    return edits;
  }
}
