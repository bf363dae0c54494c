package dev.callsheet.linter.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.callsheet.linter.internal.input.LineIndexedText;
import dev.callsheet.linter.internal.input.StartPosition;
import dev.callsheet.runtime.JsonPointer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionedJsonTest {
  private static final String TEXT =
      " {\"a\\\"/b\" : [1.50, true ,null,\"\\\\\"], \"c\":{ },\"d\":-2e3 ,\"a\\\"/b\":\"x\\\\\\\"y\"} ";

  @Test
  void everyValueAndKeyHasItsPlaceInTheText() throws JsonSyntaxException {
    PositionedJson tree = read(TEXT);
    assertThat(textOf(tree)).startsWith("{\"a").endsWith("y\"}");
    assertThat(tree.children())
        .extracting(PositionedJsonTest::textOf)
        .containsExactly("[1.50, true ,null,\"\\\\\"]", "{ }", "-2e3", "\"x\\\\\\\"y\"");
    assertThat(tree.children())
        .extracting(child -> textOf(Objects.requireNonNull(child.key())))
        .containsExactly("\"a\\\"/b\"", "\"c\"", "\"d\"", "\"a\\\"/b\"");
    assertThat(tree.children().get(0).children())
        .extracting(PositionedJsonTest::textOf)
        .containsExactly("1.50", "true", "null", "\"\\\\\"");
  }

  @Test
  void ofMembersWithTheSameKeyTheLastCounts() throws JsonSyntaxException {
    PositionedJson tree = read(TEXT);
    PositionedJson last = tree.children().get(3);
    assertThat(tree.member("a\"/b")).isSameAs(last);
    assertThat(tree.nearest(JsonPointer.parse("/a\"~1b"))).isSameAs(last);
    assertThat(tree.value().get("a\"/b").stringValue()).isEqualTo("x\\\"y");
  }

  @Test
  void duplicates_haveThePointerFromTheValueThatIsAsked() throws JsonSyntaxException {
    PositionedJson list = read("[{}, {\"a/b\": {\"x\": 1, \"y\": 2, \"x\": [], \"x\": {}}}]");
    assertThat(list.duplicates())
        .extracting(each -> each.pointer() + " " + textOf(list, each))
        .containsExactly("/1/a~1b/x 1 []", "/1/a~1b/x [] {}");
    assertThat(list.children().get(1).duplicates())
        .extracting(PositionedJson.Duplicate::pointer)
        .containsOnly(JsonPointer.parse("/a~1b/x"));
  }

  @Test
  void aPointerThatLeadsNowhereLeadsToTheInnermostValueThatIsThere() throws JsonSyntaxException {
    PositionedJson tree = read("{\"a\": [{\"b\": 1}]}");
    for (String pointer : List.of("/a/0/c", "/a/0/c/d")) {
      assertThat(tree.nearest(JsonPointer.parse(pointer)).startOffset()).isEqualTo(7);
    }
    for (String pointer : List.of("/a/1", "/a/00", "/a/-", "/a/b")) {
      assertThat(tree.nearest(JsonPointer.parse(pointer)).startOffset()).isEqualTo(6);
    }
  }

  @Test
  void membersOfLargeObjectsAreFoundByName() throws JsonSyntaxException {
    PositionedJson tree =
        read(
            IntStream.range(0, 1000)
                .mapToObj(i -> "\"k" + i % 999 + "\":" + i)
                .collect(Collectors.joining(",", "{", "}")));
    assertThat(tree.nearest(JsonPointer.parse("/k0")).value().intValue()).isEqualTo(999);
    assertThat(tree.nearest(JsonPointer.parse("/k998")).value().intValue()).isEqualTo(998);
    assertThat(tree.member("k999")).isNull();
  }

  @Test
  void aMemberIsFoundByTheOffsetOfItsKey() throws JsonSyntaxException {
    String text = "[{\"a\": {\"b\": 1, \"b\": 2}}]";
    PositionedJson tree = read(text);
    assertThat(tree.memberWithKeyAt(text.indexOf("\"b\"")).value().intValue()).isEqualTo(1);
    assertThat(tree.memberWithKeyAt(text.lastIndexOf("\"b\"")).value().intValue()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> tree.memberWithKeyAt(1));
  }

  private static PositionedJson read(String text) throws JsonSyntaxException {
    LineIndexedText source = new LineIndexedText("a.json", text, StartPosition.OF_FILE);
    return JsonDocumentReader.read(source, 0, text.length());
  }

  private static String textOf(PositionedJson tree) {
    return TEXT.substring(tree.startOffset(), tree.endOffset());
  }

  private static String textOf(PositionedJson.Key key) {
    return TEXT.substring(key.startOffset(), key.endOffset());
  }

  private static String textOf(PositionedJson tree, PositionedJson.Duplicate duplicate) {
    assertThat(duplicate.first().keyOffset())
        .isBetween(tree.startOffset(), duplicate.repeated().keyOffset() - 1);
    return duplicate.first().value() + " " + duplicate.repeated().value();
  }
}
