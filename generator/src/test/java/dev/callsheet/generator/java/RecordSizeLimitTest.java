package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That as many as are allowed compile: LargestSpecTest. */
class RecordSizeLimitTest {
  private static final String MEMBERS =
      IntStream.rangeClosed(1, 241)
          .mapToObj("m%d: {type: string, description: M.}"::formatted)
          .collect(Collectors.joining(", "));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{properties: {}} | {%s} | m241",
        "{properties: {}} | {o: {type: object, description: O., properties: {%s}}} | o.m241",
        "{properties: {}} | {l: {type: array, description: L., items: {type: object, properties: {%s}}}} | l[].m241",
        "{properties: {%s}} | {} | m241"
      })
  void anObjectWithTooManyMembersIsRefusedWhereItStands(
      String response, String parameters, String member) throws SpecException {
    var text =
        "callsheet: 1\nmodel: {id: 'acme:large@1', name: Large, status: live}\nresponse: "
            + response
            + "\nparameters: "
            + parameters;
    var spec = new SpecParser(IncludeResolver.NONE).parse("f.yaml", text.formatted(MEMBERS));

    assertThatThrownBy(() -> new JavaGenerator("com.acme").generate(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("f.yaml:" + (response.contains("%s") ? 3 : 4) + ":")
        .hasMessageEndingWith(
            "`"
                + member
                + "` is one too many: an object that becomes Java has at most 240 members");
  }
}
