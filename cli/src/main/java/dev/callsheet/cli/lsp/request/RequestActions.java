package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.linter.finding.Finding;
import dev.callsheet.linter.fix.FixResult;
import dev.callsheet.linter.repair.Repair;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * How a request file is mended: the linter's repairs of what is wrong at the cursor, and all that
 * are unambiguous at once.
 */
public final class RequestActions {
  /** The command that makes all unambiguous repairs in the file whose URI is its argument. */
  public static final String REPAIR_ALL = "callsheet.repairAll";

  /** The kind of the action that makes all unambiguous repairs. */
  public static final String FIX_ALL = CodeActionKind.SourceFixAll + ".callsheet";

  private final RequestDiagnostics linted;
  private final EditSupport client;

  /** Mends a file that was linted, in a way that the client can follow. */
  public RequestActions(RequestDiagnostics linted, EditSupport client) {
    this.linted = linted;
    this.client = client;
  }

  /**
   * The actions for a part of the file.
   *
   * @param only kinds that are wanted; empty for all
   */
  public List<CodeAction> in(Range range, List<String> only) {
    List<CodeAction> actions = new ArrayList<>();
    if (isWanted(CodeActionKind.QuickFix, only)) {
      linted
          .findingsIn(range.getStart().getLine(), range.getEnd().getLine())
          .filter(finding -> overlaps(linted.range(finding), range))
          .forEach(finding -> addRepairs(finding, actions));
    }
    if (isWanted(FIX_ALL, only) && !linted.findings().isEmpty()) {
      CodeAction all = new CodeAction("Make all repairs that are unambiguous");
      all.setKind(FIX_ALL);
      if (client.isLazy()) {
        all.setData(linted.file().uri());
      } else {
        all.setCommand(new Command(all.getTitle(), REPAIR_ALL, List.of(linted.file().uri())));
      }
      actions.add(all);
    }
    return actions;
  }

  private void addRepairs(Finding finding, List<CodeAction> actions) {
    Diagnostic diagnostic = linted.diagnostic(finding);
    List<Repair> repairs = finding.fixSuggestions().repairs();
    for (Repair repair : repairs) {
      if (!repair.replacements().isEmpty()) {
        CodeAction action = new CodeAction(sentence(repair.description()));
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        action.setIsPreferred(repairs.size() == 1);
        action.setEdit(edit(edits(repair)));
        actions.add(action);
      }
    }
  }

  private List<TextEdit> edits(Repair repair) {
    DocumentText text = linted.file().text();
    return repair.replacements().stream()
        .map(
            each ->
                new TextEdit(
                    text.range(text.offset(each.start()), text.offset(each.end())), each.newText()))
        .toList();
  }

  /** The edit that makes all unambiguous repairs; empty where there is none. */
  public Optional<WorkspaceEdit> repairAll() {
    FixResult fixed = linted.specs().fixed(linted.file());
    String before = linted.file().text().text();
    String after = new String(fixed.content(), StandardCharsets.UTF_8);
    return fixed.appliedFixes().isEmpty()
        ? Optional.empty()
        : Optional.of(edit(List.of(difference(linted.file().text(), before, after))));
  }

  /** Edits of the version that was linted; only so far as the client can say which that is. */
  private WorkspaceEdit edit(List<TextEdit> edits) {
    RequestFile file = linted.file();
    return client.hasVersions()
        ? new WorkspaceEdit(
            List.of(
                Either.forLeft(
                    new TextDocumentEdit(
                        new VersionedTextDocumentIdentifier(file.uri(), file.version()),
                        edits.stream().map(Either::<TextEdit, SnippetTextEdit>forLeft).toList()))))
        : new WorkspaceEdit(Map.of(file.uri(), edits));
  }

  /** One edit, without what is alike at the beginning and at the end. */
  private static TextEdit difference(DocumentText text, String before, String after) {
    int least = Math.min(before.length(), after.length());
    int start = 0;
    while (start < least && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < least - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    start -= splitsPair(before, start) ? 1 : 0;
    end -= splitsPair(before, before.length() - end) ? 1 : 0;
    return new TextEdit(
        text.range(start, before.length() - end), after.substring(start, after.length() - end));
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String sentence(String description) {
    return description.isEmpty()
        ? description
        : Character.toUpperCase(description.charAt(0)) + description.substring(1);
  }

  private static boolean isWanted(String kind, List<String> only) {
    return only.isEmpty()
        || only.stream().anyMatch(each -> kind.equals(each) || kind.startsWith(each + "."));
  }

  private static boolean overlaps(Range a, Range b) {
    return compare(a.getStart(), b.getEnd()) <= 0 && compare(b.getStart(), a.getEnd()) <= 0;
  }

  private static int compare(Position a, Position b) {
    int byLine = Integer.compare(a.getLine(), b.getLine());
    return byLine != 0 ? byLine : Integer.compare(a.getCharacter(), b.getCharacter());
  }
}
