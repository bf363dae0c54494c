package dev.callsheet.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.callsheet.runtime.client.job.UnreadableField;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

class ResultReaderTest {
  private static final UUID TASK = UUID.fromString("0b6c1a52-8a39-4c46-9a0e-5d0f3c7be1a4");

  enum Mood {
    CALM
  }

  /** A nested object as generated code has it: made by a builder, and without a name it is none. */
  record Voice(String name, @Nullable UUID id, @Nullable Mood mood) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Voice of(Builder builder) {
      return new Voice(Objects.requireNonNull(builder.name, "name"), builder.id, builder.mood);
    }

    static final class Builder {
      @JsonProperty("name")
      private @Nullable String name;

      @JsonProperty("id")
      private @Nullable UUID id;

      @JsonProperty("mood")
      private @Nullable Mood mood;
    }
  }

  record Song(
      @JsonProperty("taskUUID") UUID taskUUID,
      @JsonProperty("songURL") @Nullable URI url,
      @JsonProperty("seed") @Nullable Long seed,
      @JsonProperty("bars") @Nullable Integer bars,
      @JsonProperty("cost") @Nullable BigDecimal cost,
      @JsonProperty("title") @Nullable String title,
      @JsonProperty("safe") @Nullable Boolean safe,
      @JsonProperty("lead") @Nullable Voice lead,
      @JsonProperty("choir") @Nullable List<Voice> choir,
      @JsonProperty("grid") @Nullable List<List<Integer>> grid) {
    Song {
      Objects.requireNonNull(taskUUID, "taskUUID");
    }
  }

  private static ResultReader.ReadResult<Song> read(String fields) {
    var json = "{\"taskUUID\":\"" + TASK + "\"," + fields.replace('\'', '"') + "}";
    return ResultReader.read((ObjectNode) ReplyJson.read(json), TASK, Song.class);
  }

  private static List<String> places(ResultReader.ReadResult<Song> read) {
    return read.unreadable().stream().map(field -> field.pointer().path()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'seed':9223372036854776000           | seed
          'seed':18446744073709551615          | seed
          'seed':1.8446744073709552e19         | seed
          'seed':12.5                          | seed
          'seed':1e300000000                   | seed
          'seed':1e-300000000                  | seed
          'seed':1e99999999999                 | seed
          'seed':NaN                           | seed
          'seed':'twelve'                      | seed
          'seed':{'value':12}                  | seed
          'seed':true                          | seed
          'bars':3000000000                    | bars
          'cost':'cheap'                       | cost
          'cost':1e300000000                   | cost
          'cost':'1e300000000'                 | cost
          'cost':-Infinity                     | cost
          'songURL':['https://x.example/a']    | songURL
          'songURL':{'url':'https://x.example'}| songURL
          'songURL':''                         | songURL
          'songURL':'not a url'                | songURL
          'songURL':5                          | songURL
          'title':['a']                        | title
          'title':{'en':'a'}                   | title
          'safe':'perhaps'                     | safe
          'safe':[]                            | safe
          'lead':[]                            | lead
          'lead':'Ann'                         | lead
          'lead':{}                            | lead
          'lead':{'name':['Ann']}              | lead
          'lead':{'name':'Ann','id':'abc'}     | lead.id
          'lead':{'name':'Ann','mood':'GREEN'} | lead.mood
          'lead':{'name':'Ann','mood':0}       | lead.mood
          'choir':{}                           | choir
          'choir':'Ann'                        | choir
          'choir':[{'name':'A','id':[]}]       | choir[0].id
          'choir':[{'name':'A'},7,{'name':'B'}]| choir[1]
          'choir':[null,{'name':'B'}]          | choir[0]
          'grid':[[1,2],[3,'x',4]]             | grid[1][1]
          """)
  void anOddFieldIsToldAndTheRestRead(String fields, String place) {
    var read = read(fields + ",'additional':1");

    assertThat(places(read)).containsExactly(place);
    assertThat(read.result().taskUUID()).isEqualTo(TASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'seed':9223372036854775807",
        "'seed':9.2233720368547758E18",
        "'seed':'12'",
        "'seed':12.0",
        "'seed':null",
        "'cost':'0.5'",
        "'cost':1e-7",
        "'songURL':'https://x.example/a b.mp4'",
        "'songURL':'https://x.example/a|b[1].mp4?s=%zz&t=1|2'",
        "'songURL':'https://x.example/füchse.mp4'",
        "'lead':{'name':'Ann','more':[[[]]]}",
        "'lead':{'name':'Ann','id':''}",
        "'choir':[]"
      })
  void whatCanBeReadIsNotToldOf(String fields) {
    assertThat(places(read(fields))).isEmpty();
  }

  @Test
  void anAddressIsReadAsBrowsersReadIt() {
    assertThat(read("'songURL':'https://x.example/a |[%zz].mp4'").result().url())
        .hasToString("https://x.example/a%20%7C%5B%25zz%5D.mp4");
  }

  @Test
  void severalOddFieldsAreToldWithThePlacesWhereTheyStood() {
    var read = read("'seed':'x','choir':[1,{'name':'A'},2,{'name':'B','id':3},4],'bars':7");

    assertThat(places(read))
        .containsExactlyInAnyOrder("seed", "choir[0]", "choir[2]", "choir[3].id", "choir[4]");
    assertThat(read.result().choir()).extracting(Voice::name).containsExactly("A", "B");
    assertThat(read.result().bars()).isEqualTo(7);
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    assertThat(read("'seed':9223372036854776000,'lead':{'name':'A','mood':'GREEN'}").unreadable())
        .extracting(UnreadableField::toString)
        .containsExactlyInAnyOrder(
            "seed is 9223372036854776000: it cannot be read as Long",
            "lead.mood is \"GREEN\": it cannot be read as ResultReaderTest.Mood");
  }

  @Test
  void aFieldWithManyOddPlacesIsLeftOutAsAWhole() {
    var odd = IntStream.range(0, 50_000).mapToObj(i -> "'x'").collect(Collectors.joining(","));

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(places(read("'grid':[[" + odd + "]],'bars':7"))).containsExactly("grid"));
  }

  @Test
  void aTypeThatCanBeMadeOfNothingIsRefused() {
    var json = (ObjectNode) ReplyJson.read("{\"name\":[]}");

    assertThatThrownBy(() -> ResultReader.read(json, TASK, Voice.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void theTaskIsKnownWhateverTheResultSays() {
    var json = (ObjectNode) ReplyJson.read("{\"taskUUID\":7,\"seed\":1}");

    assertThat(ResultReader.read(json, TASK, Song.class).result().taskUUID()).isEqualTo(TASK);
  }
}
