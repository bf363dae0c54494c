package dev.callsheet.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.importer.finding.ImportFinding;
import dev.callsheet.spec.catalogue.ModelFile;
import dev.callsheet.spec.source.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operation of a file with a body is read, or reported, whatever its body is encoded as. */
class PublishedOperationsTest {
  private static final String TASK =
      "{'type': 'object', 'additionalProperties': false, 'properties': {'%s': {'type': 'integer'}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          /a post json                              # 1 #
          /a post json; /a put json                 # 1 # requests to `PUT /a` are left out: nothing in them tells which model they are for
          /a post json; /b post json                # 1 # requests to `POST /b` are left out: nothing in them tells which model they are for
          /a post multipart; /b post json           # 2 # requests to `POST /a` are left out: their body is no JSON, but multipart/form-data
          /a post multipart json                    # 2 # requests to `POST /a` can be multipart/form-data as well; only what they are as JSON is read
          /a post charset                           # 1 #
          /a post vendor; /b post multipart         # 1 # requests to `POST /b` are left out: their body is no JSON, but multipart/form-data
          """)
  void eachIsReadOrReported(String operations, int read, @Nullable String message)
      throws Exception {
    ImportedSpec spec =
        new SpecImporter(ModelFile.bundledFragments(), "none")
            .importFile(new SourceText("studio.json", file(operations)), "acme:still@1");
    assertThat(spec.text()).contains("parameter" + read);
    assertThat(spec.findings())
        .extracting(ImportFinding::message)
        .filteredOn(each -> each.startsWith("requests to"))
        .isEqualTo(message == null ? List.of() : List.of(message));
  }

  @Test
  void whatRequestsHaveBesideABodyIsReportedOnce() throws Exception {
    String parameters =
        """
        "parameters": [{"name": "Version", "in": "header"}, {"name": "wait", "in": "query"}],
        """;
    String file =
        file("/a post json").replace("\"post\": {", parameters + "\"post\": {" + parameters);
    ImportedSpec spec =
        new SpecImporter(ModelFile.bundledFragments(), "none")
            .importFile(new SourceText("studio.json", file), "acme:still@1");
    assertThat(spec.findings())
        .filteredOn(finding -> finding.message().contains("is left out: a spec has bodies"))
        .extracting(finding -> finding.kind().id() + " " + finding.message())
        .containsExactly(
            "note `Version` in the header of requests to `POST /a` is left out: a spec has bodies",
            "not-imported `wait` in the query of requests to `POST /a` is left out: a spec has"
                + " bodies");
  }

  /** A file with operations, each written as its path, its method and its encodings. */
  private static String file(String operations) {
    StringBuilder paths = new StringBuilder();
    String last = "";
    int bodies = 0;
    for (String operation : operations.split("; ", -1)) {
      String[] words = operation.split(" ", -1);
      paths.append(
          words[0].equals(last) ? ", " : (last.isEmpty() ? "" : "}, ") + "'" + words[0] + "': {");
      last = words[0];
      StringBuilder content = new StringBuilder();
      for (int i = 2; i < words.length; i++) {
        bodies++;
        content
            .append(content.isEmpty() ? "" : ", ")
            .append("'" + mediaType(words[i]) + "': {'schema': ")
            .append(TASK.formatted("parameter" + bodies))
            .append('}');
      }
      paths.append("'" + words[1] + "': {'requestBody': {'content': {" + content + "}}}");
    }
    return ("{'openapi': '3.1.0', 'paths': {" + paths + "}}}").replace('\'', '"');
  }

  private static String mediaType(String word) {
    return switch (word) {
      case "json" -> "application/json";
      case "charset" -> "application/json; charset=utf-8";
      case "vendor" -> "application/vnd.acme+json";
      default -> "multipart/form-data";
    };
  }
}
