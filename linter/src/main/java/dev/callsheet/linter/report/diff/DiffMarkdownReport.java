package dev.callsheet.linter.report.diff;

import dev.callsheet.spec.diff.SpecChange;
import dev.callsheet.spec.diff.SpecChanges;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** For comments on a merge request: breaking changes and others, with requests that show them. */
public final class DiffMarkdownReport implements DiffReport {
  private static final String MARKUP = "\\*_[]<>#|";

  @Override
  public void write(List<SpecChanges> specs, Appendable out) throws IOException {
    for (SpecChanges spec : specs) {
      out.append("## ").append(code(spec.model())).append("\n\n");
      out.append("Version step: **").append(spec.step().id()).append("**\n\n");
      section("Breaking", spec.changes().stream().filter(SpecChange::isBreaking).toList(), out);
      section("Other", spec.changes().stream().filter(each -> !each.isBreaking()).toList(), out);
    }
  }

  private static void section(String title, List<SpecChange> changes, Appendable out)
      throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    out.append("### ").append(title).append("\n\n");
    for (SpecChange change : changes) {
      out.append("- ").append(text(change.message()));
      if (!change.isCertain()) {
        out.append(" Not decided: ").append(text(change.openReason())).append('.');
      }
      JsonNode witness = change.witness();
      if (witness != null) {
        String shown = change.witnessTitle();
        String heading = Character.toUpperCase(shown.charAt(0)) + shown.substring(1);
        out.append(' ').append(heading).append(' ').append(code(witness.toString()));
      }
      out.append('\n');
    }
    out.append('\n');
  }

  /** A sentence of a spec; parts between backquotes stay code, nothing else is markup. */
  private static String text(String sentence) {
    StringBuilder text = new StringBuilder();
    boolean isCode = false;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      isCode ^= c == '`';
      boolean isMarkup = !isCode && MARKUP.indexOf(c) >= 0;
      text.append(isMarkup ? "\\" : "").append(c < ' ' ? ' ' : c);
    }
    return text.append(isCode ? "`" : "").toString();
  }

  /** Code, between more backquotes than it holds. */
  private static String code(String text) {
    String fence = "`";
    while (text.contains(fence)) {
      fence += "`";
    }
    String space = fence.length() > 1 ? " " : "";
    return fence + space + text.replace('\n', ' ') + space + fence;
  }
}
