package com.example.film;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.example.models.inkwellbriefpapier.InkwellBriefpapier;
import com.example.models.inkwellbriefpapier.InkwellBriefpapierRequest;
import dev.callsheet.runtime.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a spec says means the same in a build that reads sources as Latin-1. */
class BriefpapierTest {
  private static final String WHALE = "\uD83D\uDC0B";

  @Test
  void patternHasTheLettersOfTheSpec() {
    assertEquals(List.of(), rules("gr\u00fc\u00dfe " + WHALE));
    assertEquals(List.of("wrong-format"), rules("gr\u00c3\u00bc\u00c3"));
  }

  @Test
  void valuesAreThoseOfTheSpec() throws Exception {
    var json =
        "{\"taskType\":\"imageInference\",\"taskUUID\":\"6f0ae6fe-4d0c-4d3e-9e3c-0a5a1e9b7c11\",\"model\":\"inkwell:briefpapier@1\",\"positivePrompt\":\"wal\",\"paper\":\"B\u00fctten\"}";
    var request = JsonMapper.builder().build().readValue(json, InkwellBriefpapierRequest.class);
    assertEquals(List.of("paper-is-named"), request.check().stream().map(Violation::rule).toList());
    assertEquals("B\u00fctten", request.paper().value());
  }

  private static List<String> rules(String prompt) {
    return InkwellBriefpapier.request().positivePrompt(prompt).build().check().stream()
        .map(Violation::rule)
        .toList();
  }
}
