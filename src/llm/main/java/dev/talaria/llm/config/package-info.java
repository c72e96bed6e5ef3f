/** What a host's YAML says of language models, and the trial of its login and models. */
package dev.talaria.llm.config;
