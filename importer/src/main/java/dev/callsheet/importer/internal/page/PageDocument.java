package dev.callsheet.importer.internal.page;

import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.spec.source.SourceLocation;
import dev.callsheet.spec.source.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A documentation page, divided into its parts.
 *
 * @param frontMatter title, url, description
 * @param facts what stands below the title: ID, Status, Creator and the like
 * @param prices the lines on prices
 * @param rules the sentences of the rules
 * @param tables the tables among the rules, each a list of rows with their cells joined by {@code
 *     |}
 * @param prose lines of text that are about no parameter in particular
 * @param request the parameters
 * @param result the fields of a result
 */
public record PageDocument(
    Map<String, String> frontMatter,
    Map<String, String> facts,
    List<PageLine> prices,
    List<PageLine> rules,
    List<List<PageLine>> tables,
    List<PageLine> prose,
    List<PageParameter> request,
    List<PageParameter> result) {

  /**
   * Reads a page. Whatever it is, something is read; what is not found stays empty.
   *
   * @param findings what of the page is not read
   */
  public static PageDocument parse(SourceText source, FindingCollector findings) {
    return new PageReader(source, findings).read();
  }

  /** Where a parameter of the request is described; empty where the page does not. */
  public Optional<SourceLocation> requestLocation(String path) {
    return location(request, path);
  }

  /** Where a field of a result is described; empty where the page does not. */
  public Optional<SourceLocation> resultLocation(String path) {
    return location(result, path);
  }

  private static Optional<SourceLocation> location(List<PageParameter> described, String path) {
    return described.stream()
        .filter(each -> each.path().replace("[]", "").equals(path.replace("[]", "")))
        .map(PageParameter::location)
        .findFirst();
  }
}
