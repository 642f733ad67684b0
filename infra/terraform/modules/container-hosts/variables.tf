variable "cluster" {
  description = "The cluster the hosts belong to."
  type = object({
    id   = string
    name = string
  })
  nullable = false

  validation {
    condition     = can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.cluster.id))
    error_message = "cluster.id must be a UUID."
  }

  validation {
    condition     = can(regex("^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$", var.cluster.name))
    error_message = "cluster.name must be an RFC 1123 label of at most 40 characters."
  }
}

variable "hosts" {
  description = "Every host that shall exist, at an address reserved for it. The disk's size is no limit here: containers share the machine's disk."
  type = list(object({
    name             = string
    role             = string
    zone             = string
    address          = string
    cpus             = number
    memory_mebibytes = number
    disk_gibibytes   = number
  }))
  nullable = false

  validation {
    condition     = alltrue([for host in var.hosts : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", host.name))])
    error_message = "The name of a host must be an RFC 1123 label of at most 63 characters."
  }

  validation {
    condition     = length(distinct(var.hosts[*].name)) == length(var.hosts)
    error_message = "Two hosts have the same name."
  }

  validation {
    condition     = length(distinct(var.hosts[*].address)) == length(var.hosts)
    error_message = "Two hosts have the same address."
  }

  validation {
    condition     = alltrue([for host in var.hosts : can(cidrhost("${host.address}/32", 0))])
    error_message = "The address of a host must be an IPv4 address."
  }

  validation {
    condition     = alltrue([for host in var.hosts : contains(["control_plane", "worker"], host.role)])
    error_message = "The role of a host must be control_plane or worker."
  }

  validation {
    condition     = alltrue([for host in var.hosts : host.cpus >= 1 && host.memory_mebibytes >= 512])
    error_message = "A host needs at least 1 CPU and 512 MiB of memory."
  }
}

variable "ssh_public_key" {
  description = "Authorised for user slipway on every host, OpenSSH form."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^(ssh-ed25519|ecdsa-sha2-nistp[0-9]+|ssh-rsa) [A-Za-z0-9+/=]+( [^\n]*)?$", var.ssh_public_key))
    error_message = "ssh_public_key must be one OpenSSH public key."
  }
}

variable "container_hosts" {
  description = "The Docker network the hosts join, the address of its bridge, and the image they are made of."
  type = object({
    network = string
    gateway = string
    image   = string
  })
  nullable = false

  validation {
    condition     = can(cidrhost("${var.container_hosts.gateway}/32", 0))
    error_message = "container_hosts.gateway must be an IPv4 address."
  }
}
