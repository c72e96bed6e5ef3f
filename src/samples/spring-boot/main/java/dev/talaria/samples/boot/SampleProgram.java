package dev.talaria.samples.boot;

import dev.talaria.tools.HostTool;
import dev.talaria.tools.ToolResult;
import java.time.LocalDate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A web program that hands its turns to Codex: see {@link TurnController}. */
@SpringBootApplication
public class SampleProgram {

  public static void main(String[] args) {
    SpringApplication.run(SampleProgram.class, args);
  }

  @Bean
  HostTool today() {
    return HostTool.builder("today")
        .description("The date of today")
        .run(call -> ToolResult.of(LocalDate.now().toString()))
        .build();
  }
}
