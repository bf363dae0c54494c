package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.error.WebhookException;
import dev.callsheet.runtime.client.webhook.WebhookToken;
import java.io.IOException;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where a token is set and the application is a servlet's, webhooks of Runware are received. Spring
 * Security, where the application has it, must let the path through without its own token: {@code
 * csrf.ignoringRequestMatchers("/callsheet/webhook")}.
 */
@AutoConfiguration(after = CallsheetAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(RouterFunction.class)
@ConditionalOnProperty("callsheet.webhook.token")
public class CallsheetWebhookAutoConfiguration {
  private static final System.Logger LOG =
      System.getLogger(CallsheetWebhookAutoConfiguration.class.getName());

  @Bean
  CallsheetWebhooks callsheetWebhooks(CallsheetProperties properties) {
    var address = properties.webhook();
    return new CallsheetWebhooks(WebhookToken.of(Objects.requireNonNull(address.token())), address);
  }

  @Bean
  RouterFunction<ServerResponse> callsheetWebhookRoute(
      CallsheetWebhooks webhooks, CallsheetProperties properties, CallsheetClient client) {
    var address = properties.webhook();
    return RouterFunctions.route()
        .POST(
            address.path(),
            request ->
                ServerResponse.status(
                        status(request, webhooks.token(), address.maxBodySize(), client))
                    .build())
        .build();
  }

  private static HttpStatus status(
      ServerRequest request, WebhookToken token, int maxBodySize, CallsheetClient client)
      throws IOException {
    var servletRequest = request.servletRequest();
    if (!token.isIn(servletRequest.getQueryString())) {
      return HttpStatus.FORBIDDEN;
    }
    var stream = servletRequest.getInputStream();
    var body = stream.readNBytes(maxBodySize);
    if (stream.read() >= 0) {
      return HttpStatus.PAYLOAD_TOO_LARGE;
    }
    try {
      var unused = client.handleWebhook(body);
      return HttpStatus.NO_CONTENT;
    } catch (WebhookException e) {
      LOG.log(System.Logger.Level.WARNING, "Refused a webhook: {0}", e.getMessage());
      return HttpStatus.BAD_REQUEST;
    }
  }
}
