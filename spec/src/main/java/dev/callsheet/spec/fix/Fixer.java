package dev.callsheet.spec.fix;

import dev.callsheet.spec.lint.Decoding;
import dev.callsheet.spec.lint.Finding;
import dev.callsheet.spec.lint.Linter;
import dev.callsheet.spec.repair.Repair;
import dev.callsheet.spec.repair.text.Replacement;
import dev.callsheet.spec.repair.text.TextEdit;
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
  public static final long LARGEST = 1 << 26;

  /** More rounds than anybody makes mistakes in one task. */
  private static final int ROUNDS = 200;

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
   * @throws IOException when it cannot be read or written, or is larger than {@link #LARGEST}
   */
  public List<Fixed.Mended> fix(String name, Path file) throws IOException {
    Path real = file.toRealPath();
    long size = Files.size(real);
    if (size > LARGEST) {
      throw new IOException(
          "with its %d MB too large to be fixed in place; up to %d MB are"
              .formatted(size >> 20, LARGEST >> 20));
    }
    Fixed fixed = fix(name, Files.readAllBytes(real));
    if (!fixed.mended().isEmpty()) {
      InPlace.write(real, fixed.content());
    }
    return fixed.mended();
  }

  /** Mends the content of a file of that name. Bytes that are no text are left as they are. */
  public Fixed fix(String name, byte[] content) {
    List<Fixed.Mended> mended = new ArrayList<>();
    byte[] now = content;
    for (int round = 0; round < ROUNDS; round++) {
      Decoding decoding = Decoding.of(now);
      List<Finding> findings = linter.lint(name, now).findings();
      List<TextEdit> edits = decoding.faults().isEmpty() ? round(findings, mended) : List.of();
      if (edits.isEmpty()) {
        break;
      }
      now = decoding.encoded(TextEdit.applied(decoding.text(), edits));
    }
    return new Fixed(now, mended);
  }

  /** One repair for each task that has any. */
  private static List<TextEdit> round(List<Finding> findings, List<Fixed.Mended> mended) {
    List<TextEdit> edits = new ArrayList<>();
    int last = -1;
    List<Finding> byTask = new ArrayList<>(findings);
    byTask.sort(Comparator.comparingInt(finding -> finding.remedy().task()));
    for (Finding finding : byTask) {
      int task = finding.remedy().task();
      Repair repair = task == last ? null : finding.remedy().unambiguous();
      if (repair != null) {
        last = task;
        for (Replacement each : repair.replacements()) {
          edits.add(new TextEdit(each.from(), each.to(), each.inserted()));
        }
        mended.add(
            new Fixed.Mended(finding.location().toString(), finding.rule(), repair.description()));
      }
    }
    return edits;
  }
}
