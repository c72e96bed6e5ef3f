/** The commands for what Codex offers besides threads: login, models, servers, commands. */
package dev.talaria.cli.service;
