package dev.callsheet.runtime.internal.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.error.ErrorCategory;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReplyReaderTest {
  private static final UUID TASK = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static ApiReply read(int status, String body) {
    var bytes = body.replace("TASK", TASK.toString()).getBytes(UTF_8);
    return new ApiReplyReader(UnaryOperator.identity(), 1000).read(status, bytes, null);
  }

  private static ApiReply.ParsedReply answer(int status, String body) {
    var reply = read(status, body);
    assertThat(reply).isInstanceOf(ApiReply.ParsedReply.class);
    return (ApiReply.ParsedReply) reply;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'errors':[{'code':'timeoutProvider','message':'late','taskUUID':'TASK'}]}",
        "{'errors':{'code':'timeoutProvider','message':'late','taskUUID':'TASK'},'data':[]}",
        "{'error':{'code':'timeoutProvider','message':'late'},'taskUUID':'TASK'}",
        "{'error':[{'code':'timeoutProvider','message':'late','taskUUID':'TASK'}]}",
        "{'error':true,'errorId':'timeoutProvider','errorMessage':'late','taskUUID':'TASK'}"
      })
  void findsTheErrorInEveryShape(String body) {
    var error = answer(400, body.replace('\'', '"')).errors().get(0);

    assertThat(error.code()).isEqualTo("timeoutProvider");
    assertThat(error.message()).isEqualTo("late");
    assertThat(error.job()).isEqualTo(TASK);
    assertThat(error.category()).isEqualTo(ErrorCategory.TIMEOUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | <html>      | SERVER
          502 | <html>      | SERVER
          404 | <html>      | NOT_FOUND
          200 | {}          | SERVER
          200 | 'null'      | SERVER
          200 | '[1]'       | SERVER
          503 | {"data":[]} | SERVER
          200 | {"data":    | SERVER
          """)
  void readsOtherContentAsFailure(int status, String body, ErrorCategory category) {
    var reply = read(status, body);

    assertThat(reply).isInstanceOf(ApiReply.Failure.class);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.firstError().orElseThrow().category()).isEqualTo(category);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"taskUUID":"TASK"}                                             | RUNNING
          {"status":"processing"}                                         | RUNNING
          {"status":"processing","videoURL":"https://preview"}            | RUNNING
          {"status":"brewing"}                                            | RUNNING
          {"status":"brewing","videoURL":"https://v"}                     | DELIVERED
          {"status":"success"}                                            | DELIVERED
          {"imageBase64Data":"AA=="}                                      | DELIVERED
          {"maskImageURL":"https://m"}                                    | DELIVERED
          {"inputImageUUID":"x","seedImageURL":"https://s"}               | RUNNING
          {"text":"words"}                                                | DELIVERED
          {"outputs":{"files":[{"uuid":"u","url":"https://m.glb"}]}}      | DELIVERED
          {"status":"error","error":{"code":"x"}}                         | FAILED
          """)
  void readsTheStateOfAnItem(String item, ReplyItemState state) {
    assertThat(answer(200, "{\"data\":[" + item + "]}").items())
        .extracting(ReplyItem::state)
        .containsExactly(state);
  }

  @Test
  void readsASingleItemOutsideAList() {
    assertThat(answer(200, "{\"data\":{\"videoUUID\":\"v\"}}").items()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "width"               | width
          ["width","height"]    | width,height
          {"name":"width"}      | {"name":"width"}
          [{"name":"width"},7]  | {"name":"width"},7
          7                     | ``
          null                  | ``
          true                  | ``
          """)
  void readsWhateverAnErrorSaysOfItsParameter(String parameter, String expected) {
    var error = answer(400, "{\"errors\":[{\"code\":\"x\",\"parameter\":" + parameter + "}]}");

    assertThat(String.join(",", error.errors().get(0).parameters())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"message":{"en":"No."}}              | {"en":"No."}
          {"message":["No.","Never."]}          | ["No.","Never."]
          {"message":7}                         | 7
          {"message":null,"code":"x"}           | x
          {"code":{"a":1},"message":"No."}      | No.
          "No."                                 | No.
          {"message":" ","detail":"No."}        | No.
          {"message":"","code":"x"}             | x
          {"message":"\\t","code":" "}           | The server answered HTTP 400 without a reason
          " "                                   | The server answered HTTP 400 without a reason
          7                                     | The server answered HTTP 400 without a reason
          [["No."]]                             | The server answered HTTP 400 without a reason
          """)
  void findsAMessageInWhateverAnErrorIs(String error, String message) {
    assertThat(answer(400, "{\"errors\":[" + error + "]}").errors().get(0).message())
        .isEqualTo(message);
  }

  @Test
  void showsAMessageInOneLineOfLimitedLength() {
    var sent = "\u001b[31mNo.\u202e\r\n" + "x".repeat(5000);
    var json = WireJson.MAPPER.createObjectNode().put("message", sent).put("code", sent);

    var error = answer(400, "{\"errors\":[" + json + "]}").errors().get(0);

    assertThat(error.message())
        .startsWith("\\u001b[31mNo.\\u202e\\r\\nxxx")
        .endsWith("x…")
        .hasSizeLessThan(1100);
    assertThat(error.code()).hasSizeLessThan(150);
    assertThat(error.raw().path("message").stringValue()).isEqualTo(sent);
  }

  @Test
  void readsNoMoreElementsThanItHasRoomFor() {
    var many = "{},".repeat(20_000) + "{}";

    assertThat(answer(200, "{\"data\":[" + many + "]}").items()).hasSize(10_000);
    assertThat(answer(400, "{\"errors\":[" + many + "]}").errors()).hasSize(10_000);
  }

  @Test
  void hidesTheKeyAndLeavesJson() {
    var reader = new ApiReplyReader(text -> text.replace("12345", "[key]"), 1000);
    var body = "{\"data\":[{\"seed\":9123459,\"12345\":\"12345\",\"list\":[1,\"12345\"]}]}";

    var reply = (ApiReply.ParsedReply) reader.read(200, body.getBytes(UTF_8), null);

    assertThat(reply.items().get(0).json())
        .hasToString("{\"seed\":\"9[key]9\",\"list\":[1,\"[key]\"],\"[key]\":\"[key]\"}");
  }

  @Test
  void keepsEveryFieldOfAnError() {
    var error =
        answer(400, "{\"errors\":[{\"code\":\"x\",\"responseContent\":{\"deep\":1}}]}")
            .errors()
            .get(0);

    assertThat(error.raw().path("responseContent").path("deep").asInt()).isEqualTo(1);
    assertThat(error.message()).isEqualTo("x");
  }
}
