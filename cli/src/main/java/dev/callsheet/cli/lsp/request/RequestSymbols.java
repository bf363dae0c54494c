package dev.callsheet.cli.lsp.request;

import dev.callsheet.cli.lsp.json.PartialJson;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The outline of a request file: its requests, by the models that they are for. */
public final class RequestSymbols {
  private RequestSymbols() {}

  /** The requests in the order of the file; none in JSON that is something else. */
  public static List<DocumentSymbol> of(RequestFile file) {
    if (!file.isRequests()) {
      return List.of();
    }
    List<DocumentSymbol> symbols = new ArrayList<>();
    for (PartialJson.OfObject item : file.items()) {
      Range range = file.text().range(item.start(), item.end());
      Range first = file.text().range(item.start(), item.start() + 1);
      String name = text(item, "model").isEmpty() ? "request" : text(item, "model");
      symbols.add(
          new DocumentSymbol(
              name,
              SymbolKind.Object,
              range,
              first,
              "%d %s".formatted(symbols.size() + 1, text(item, "taskType")).strip()));
    }
    return symbols;
  }

  private static String text(PartialJson.OfObject item, String name) {
    PartialJson.Member member = item.member(name);
    PartialJson value = member == null ? null : member.value();
    return value == null ? "" : value.json().asString("");
  }
}
