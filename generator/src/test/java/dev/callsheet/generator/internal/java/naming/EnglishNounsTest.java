package dev.callsheet.generator.internal.java.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishNounsTest {
  @ParameterizedTest
  @CsvSource({
    "boundingBoxes, boundingBox",
    "classes, class",
    "addresses, address",
    "address, address",
    "statuses, status",
    "status, status",
    "movies, movie",
    "cookies, cookie",
    "cities, city",
    "series, series",
    "species, species",
    "news, news",
    "media, media",
    "lenses, lens",
    "lens, lens",
    "matches, match",
    "branches, branch",
    "switches, switch",
    "caches, cache",
    "dishes, dish",
    "heroes, hero",
    "shoes, shoe",
    "leaves, leaf",
    "curves, curve",
    "axes, axis",
    "taxes, tax",
    "analyses, analysis",
    "hypotheses, hypothesis",
    "processes, process",
    "process, process",
    "images, image",
    "voices, voice",
    "houses, house",
    "uses, use",
    "buses, bus",
    "gases, gas",
    "phases, phase",
    "responses, response",
    "indices, index",
    "vertices, vertex",
    "choices, choice",
    "focus, focus",
    "canvas, canvas",
    "canvases, canvas",
    "atlas, atlas",
    "bias, bias",
    "biases, bias",
    "alias, alias",
    "databases, database",
    "people, person",
    "children, child",
    "referenceVideos, referenceVideo",
    "multiPrompt, multiPrompt",
    "imageURLs, imageURL",
    "imageIds, imageId",
    "IDS, ID",
    "CITIES, CITY",
    "face_boxes, face_box",
    "sizes, size",
    "quizzes, quiz",
    "basis, basis",
    "glass, glass",
    "s, s",
    "frames2, frames2",
  })
  void namesOneOfSeveral(String several, String one) {
    assertThat(EnglishNouns.singular(several)).isEqualTo(one);
  }
}
