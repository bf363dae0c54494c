package dev.callsheet.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.journal.Journal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Webhooks at the application's own server. */
class WebhookRouteTest {
  private static final String TOKEN = "a-token-of-the-tests";
  private static final String TASK =
      """
      {"data": [{"taskType": "videoInference", "taskUUID": "7b1c2d3e-4f50-4a61-8b72-9c83ad94be05",
        "status": "success", "videoUUID": "0f0e0d0c-0b0a-4908-8706-050403020100"}]}
      """;

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  static class Web {
    @Bean
    Journal journal() {
      return Journal.none();
    }
  }

  private static WebApplicationContextRunner application() {
    return new WebApplicationContextRunner()
        .withUserConfiguration(Web.class)
        .withConfiguration(
            AutoConfigurations.of(
                CallsheetAutoConfiguration.class, CallsheetWebhookAutoConfiguration.class))
        .withPropertyValues(
            "callsheet.api-key=key-of-the-tests",
            "callsheet.endpoint=http://127.0.0.1:9",
            "callsheet.webhook.token=" + TOKEN,
            "callsheet.webhook.max-body-size=1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | token=a-token-of-the-tests | task     | 204",
        "POST | token=another-token        | task     | 403",
        "POST |                            | task     | 403",
        "POST | token=a-token-of-the-tests | nonsense | 400",
        "POST | token=a-token-of-the-tests | long     | 413",
        "GET  | token=a-token-of-the-tests | task     | 404",
      })
  void answersByTokenAndBody(String method, String query, String body, int status) {
    application()
        .run(
            context -> {
              var dispatcher = new DispatcherServlet(context.getSourceApplicationContext());
              dispatcher.init(new org.springframework.mock.web.MockServletConfig());
              var request = new MockHttpServletRequest(method, "/callsheet/webhook");
              request.setQueryString(query);
              var text =
                  switch (body) {
                    case "task" -> TASK;
                    case "long" -> " ".repeat(1001);
                    default -> body;
                  };
              request.setContent(text.getBytes(StandardCharsets.UTF_8));
              var response = new MockHttpServletResponse();

              dispatcher.service(request, response);

              assertThat(response.getStatus()).isEqualTo(status);
            });
  }

  @Test
  void theAddressHasTheToken() {
    application()
        .withPropertyValues("callsheet.webhook.base-url=https://film.example.com/studio/")
        .run(
            context -> {
              var webhooks = context.getBean(CallsheetWebhooks.class);
              assertThat(webhooks.url())
                  .hasToString("https://film.example.com/studio/callsheet/webhook?token=" + TOKEN);
              assertThat(webhooks.url(URI.create("http://localhost:8080")))
                  .hasToString("http://localhost:8080/callsheet/webhook?token=" + TOKEN);
            });
    application()
        .run(
            context ->
                assertThatThrownBy(context.getBean(CallsheetWebhooks.class)::url)
                    .hasMessageContaining("callsheet.webhook.base-url"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token=short       | A token has at least 16 letters, digits, hyphens and underscores",
        "path=hooks        | The path of webhooks begins with one slash: hooks",
        "path=//elsewhere  | The path of webhooks begins with one slash: //elsewhere",
        "max-body-size=-1  | A webhook has at least one byte, not -1",
      })
  void whatCannotBeIsToldAtTheStart(String property, String message) {
    application()
        .withPropertyValues("callsheet.webhook." + property)
        .run(context -> assertThat(context).getFailure().hasRootCauseMessage(message));
  }

  @Test
  void thereIsNoRouteWithoutAToken() {
    new WebApplicationContextRunner()
        .withUserConfiguration(Web.class)
        .withConfiguration(
            AutoConfigurations.of(
                CallsheetAutoConfiguration.class, CallsheetWebhookAutoConfiguration.class))
        .withPropertyValues("callsheet.api-key=key-of-the-tests")
        .run(context -> assertThat(context).doesNotHaveBean(CallsheetWebhooks.class));
  }
}
