package dev.callsheet.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.error.ErrorCategory;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReplyReaderTest {
  private static final UUID TASK = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private static ApiReply read(int status, String body) {
    var bytes = body.replace("TASK", TASK.toString()).getBytes(StandardCharsets.UTF_8);
    return new ApiReplyReader(UnaryOperator.identity()).read(status, bytes, null);
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
    assertThat(error.taskUUID()).isEqualTo(TASK);
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
