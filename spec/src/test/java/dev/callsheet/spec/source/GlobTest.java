package dev.callsheet.spec.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "*.json,              a.json,                        true",
    "*.json,              b/a.json,                      false",
    "**/*.json,           a.json,                        true",
    "**/*.json,           b/c/a.json,                    true",
    "**/*.json,           b/c/a.jsonl,                   false",
    "requests/**,         requests/b/a.json,             true",
    "a?.json,             ab.json,                       true",
    "a?.json,             a/.json,                       false",
    "klingai:*@o3-pro,    klingai:kling-video@o3-pro,    true",
    "klingai:*@o3-pro,    klingai:kling-video@o3-std,    false",
    "a.json,              abjson,                        false",
    "a(b)[c]{d}.json,     a(b)[c]{d}.json,               true",
  })
  void matchesAsAntDoes(String pattern, String text, boolean expected) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "*,               fal-ai/flux/schnell,     true",
    "fal-ai/*,        fal-ai/flux/schnell,     true",
    "*/schnell,       fal-ai/flux/schnell,     true",
    "*/schnell,       schnell,                 false",
    "fal-ai/**,       fal-ai/flux/schnell,     true",
    "fal-ai?flux*,    fal-ai/flux/schnell,     true",
    "fal-ai/*/dev,    fal-ai/flux/schnell,     false",
  })
  void ofNamesKnowsNoDirectories(String pattern, String text, boolean expected) {
    assertThat(Glob.ofNames(pattern).matches(text)).isEqualTo(expected);
  }
}
