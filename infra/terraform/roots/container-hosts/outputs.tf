output "hosts" {
  description = "The hosts that exist."
  value       = module.hosts.hosts
}
