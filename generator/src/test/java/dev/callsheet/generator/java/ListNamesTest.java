package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item of a list is named as one of them is, whatever that is in Java. */
class ListNamesTest {
  private static final List<String> LISTS =
      List.of(
          "news",
          "classes",
          "switches",
          "cases",
          "breaks",
          "booleans",
          "series",
          "boxes",
          "statuses");

  @Test
  void itemsOfListsHaveNamesThatCompile(@TempDir Path directory) throws SpecException {
    var spec = new SpecParser(IncludeResolver.NONE).parse("lists.yaml", spec());
    var generated = new JavaGenerator("com.acme.models").generate(spec);

    assertThat(generated)
        .extracting(file -> file.path().replaceFirst(".*/", ""))
        .contains(
            "News.java", "AcmeListsRequestClass.java", "Box.java", "Status.java", "Series.java");
    CompiledSources.of(directory, generated);
  }

  private static String spec() {
    return "callsheet: 1\n"
        + "model: {id: 'acme:lists@1', name: Acme Lists, status: live}\n"
        + "response: {properties: {taskUUID: {type: string, description: T.}}}\n"
        + "parameters:\n  model: {const: 'acme:lists@1'}\n"
        + LISTS.stream().map(ListNamesTest::list).collect(Collectors.joining());
  }

  private static String list(String name) {
    return "  "
        + name
        + ": {type: array, description: L., items: {type: object, properties: {of"
        + name
        + ": {type: integer, minimum: 1, description: A.}}}}\n"
        + "  text"
        + name
        + ": {type: array, description: L., items: {type: string, maxLength: 9}}\n";
  }
}
