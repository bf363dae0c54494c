package dev.callsheet.spec.protocol;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** OpenAI's images, from its OpenAPI document: one request, one reply, with the bytes in it. */
final class OpenAiServer extends PlatformServer {
  private final AtomicInteger paid = new AtomicInteger();
  volatile @Nullable Answer refusal;

  OpenAiServer() throws IOException {}

  int paid() {
    return paid.get();
  }

  static Answer error(int status, String type, String code, String message) {
    return Answer.json(
        status,
        "{'error':{'message':'%s','type':'%s','param':'prompt','code':'%s'}}"
            .formatted(message, type, code));
  }

  @Override
  @Nullable Answer answer(Call call) {
    if (!call.header("Authorization").equals("Bearer " + PlatformClients.KEY)) {
      return error(401, "invalid_request_error", "invalid_api_key", "Incorrect API key provided");
    }
    if (!call.line().equals("POST /v1/images/generations")
        && !call.line().equals("POST /v1/images/edits")) {
      return error(404, "invalid_request_error", "unknown_url", "Unknown request URL");
    }
    var no = refusal;
    if (no != null) {
      return no;
    }
    paid.incrementAndGet();
    return isReplyLost.getAsBoolean()
        ? null
        : Answer.json(
                200,
                """
                {'created':1,'data':[{'b64_json':'%s'},{'b64_json':'%s'}],'output_format':'png',
                 'usage':{'total_tokens':3}}
                """
                    .formatted(PICTURE, PICTURE))
            .with("x-request-id", "req_1");
  }
}
